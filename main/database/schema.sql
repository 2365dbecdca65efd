-- Generated from the migrations by test/database/schema.test.ts (vitest -u); never edited.

CREATE TABLE "appropriation" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "year" integer NOT NULL,
  "unit_id" text NOT NULL,
  "source_id" text NOT NULL,
  "amount_fen" integer NOT NULL,
  "date" text NOT NULL,
  "note" text NOT NULL,
  "standard_id" text,
  "once_key" text,
  "reverses_id" text,
  CONSTRAINT "FK_efe14a811586005d3c1d2884293" FOREIGN KEY ("standard_id") REFERENCES "fund_standard" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_94c39797df4ec895f8d6d3be51c" FOREIGN KEY ("source_id") REFERENCES "fund_source" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_5192297c126ae72474bcb9cf058" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_16d4bf9c7ae6aafb116dcf96241" FOREIGN KEY ("reverses_id") REFERENCES "appropriation" ("id")
);

CREATE INDEX "index_appropriation_year_unit_id" ON "appropriation" ("year", "unit_id");

CREATE UNIQUE INDEX "unique_appropriation_once_key" ON "appropriation" ("once_key");

CREATE UNIQUE INDEX "unique_appropriation_reverses_id" ON "appropriation" ("reverses_id");

CREATE TABLE "audit_change" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "entry_seq" integer NOT NULL,
  "table_name" text NOT NULL,
  "record_id" text NOT NULL,
  "before" text,
  "after" text,
  CONSTRAINT "FK_e13072446ceaeaf837a7bb7e5ae" FOREIGN KEY ("entry_seq") REFERENCES "audit_entry" ("seq")
);

CREATE INDEX "index_audit_change_entry_seq" ON "audit_change" ("entry_seq");

CREATE INDEX "index_audit_change_record_id" ON "audit_change" ("record_id");

CREATE TABLE "audit_entry" (
  "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "at" text NOT NULL,
  "actor" text NOT NULL,
  "action" text NOT NULL,
  "label" text NOT NULL,
  "undoable" integer NOT NULL,
  "undo_of" integer,
  "undone_by" integer
);

CREATE TABLE "disbursement" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "year" integer NOT NULL,
  "unit_id" text NOT NULL,
  "source_id" text NOT NULL,
  "date" text NOT NULL,
  "voucher_no" text NOT NULL,
  "summary" text NOT NULL,
  "category" text NOT NULL,
  "payee" text NOT NULL,
  "handler" text NOT NULL,
  "amount_fen" integer NOT NULL,
  "reverses_id" text,
  CONSTRAINT "FK_b316570093d1a7a923a82529baa" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id"),
  CONSTRAINT "FK_20caf2c1f13992d6198d9d2ed38" FOREIGN KEY ("source_id") REFERENCES "fund_source" ("id"),
  CONSTRAINT "FK_65afddda0f5c59c1ad622fc29a2" FOREIGN KEY ("reverses_id") REFERENCES "disbursement" ("id")
);

CREATE INDEX "index_disbursement_year_unit_id" ON "disbursement" ("year", "unit_id");

CREATE UNIQUE INDEX "unique_disbursement_reverses_id" ON "disbursement" ("reverses_id");

CREATE UNIQUE INDEX "unique_disbursement_year_voucher_no" ON "disbursement" ("year", "voucher_no");

CREATE TABLE "document" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "name" text NOT NULL,
  "sha256" text NOT NULL,
  "size" integer NOT NULL
);

CREATE INDEX "index_document_sha256" ON "document" ("sha256");

CREATE TABLE "document_content" (
  "sha256" text PRIMARY KEY NOT NULL, "bytes" blob NOT NULL
);

CREATE TABLE "estate" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "community_id" text,
  "name" text NOT NULL,
  "building_count" integer,
  "household_count" integer,
  "ended_on" text,
  CONSTRAINT "FK_bfae8c06260d10baf31023e32de" FOREIGN KEY ("community_id") REFERENCES "unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "index_estate_community_id" ON "estate" ("community_id");

CREATE TABLE "fund_source" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "name" text NOT NULL,
  "sort" integer NOT NULL
);

CREATE TABLE "fund_standard" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "unit_kind" text NOT NULL,
  "source_id" text NOT NULL,
  "amount_fen" integer NOT NULL,
  "from_year" integer NOT NULL,
  CONSTRAINT "FK_4fbac773ab4a8baeb2397eb4766" FOREIGN KEY ("source_id") REFERENCES "fund_source" ("id")
);

CREATE UNIQUE INDEX "unique_fund_standard_unit_kind_source_id_from_year" ON "fund_standard" ("unit_kind", "source_id", "from_year");

CREATE TABLE "import_memory" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "kind" text NOT NULL,
  "value" text NOT NULL
);

CREATE TABLE "import_run" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "at" text NOT NULL,
  "file" text NOT NULL,
  "actor" text NOT NULL,
  "outcome" text NOT NULL,
  "files" text
);

CREATE TABLE "membership" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "person_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "starts_on" text,
  "ends_on" text,
  CONSTRAINT "FK_6fc5e2153171bbeb54f4fda6595" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
  CONSTRAINT "FK_751c4ff78fd545e1c00a6e81de4" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id")
);

CREATE INDEX "index_membership_person_id" ON "membership" ("person_id");

CREATE INDEX "index_membership_unit_id" ON "membership" ("unit_id");

CREATE TABLE "migrations" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL
);

CREATE TABLE "not_same" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "a_id" text NOT NULL,
  "b_id" text NOT NULL,
  CONSTRAINT "FK_f655a20dcdf4378352c30b77a83" FOREIGN KEY ("a_id") REFERENCES "person" ("id"),
  CONSTRAINT "FK_25ae747e94af13fc5c729bbb763" FOREIGN KEY ("b_id") REFERENCES "person" ("id")
);

CREATE INDEX "index_not_same_b_id" ON "not_same" ("b_id");

CREATE UNIQUE INDEX "unique_not_same_a_id_b_id" ON "not_same" ("a_id", "b_id");

CREATE TABLE "partner_link" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "partner_unit_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "estate_id" text,
  "starts_on" text,
  "ends_on" text,
  CONSTRAINT "FK_b98883bd3fa947ddf8233d5fa92" FOREIGN KEY ("partner_unit_id") REFERENCES "partner_unit" ("id"),
  CONSTRAINT "FK_4a2685ce019fedfd07e4351fc50" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id"),
  CONSTRAINT "FK_2b633dd20ff0182bfd0fe31d04a" FOREIGN KEY ("estate_id") REFERENCES "estate" ("id")
);

CREATE INDEX "index_partner_link_partner_unit_id" ON "partner_link" ("partner_unit_id");

CREATE INDEX "index_partner_link_unit_id" ON "partner_link" ("unit_id");

CREATE TABLE "partner_unit" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "name" text NOT NULL,
  "address" text,
  "leader_id" text,
  "leader_position" text,
  "liaison_id" text,
  "note" text,
  CONSTRAINT "FK_cfc271c5d19bf26520174c46b4d" FOREIGN KEY ("leader_id") REFERENCES "person" ("id"),
  CONSTRAINT "FK_042ebc4eeb3a916c00c74c1c18e" FOREIGN KEY ("liaison_id") REFERENCES "person" ("id")
);

CREATE TABLE "person" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "name" text NOT NULL,
  "pinyin" text NOT NULL,
  "initials" text NOT NULL,
  "gender" text,
  "ethnicity" text,
  "birth_date" text,
  "id_number" text,
  "phone" text,
  "phone2" text,
  "landline" text,
  "education" text,
  "occupation" text,
  "address" text,
  "category" text,
  "joined_on" text,
  "confirmed_on" text,
  "party_status" text,
  "out_of_contact" integer,
  "out_of_contact_since" text,
  "floating" integer,
  "floating_to" text,
  "note" text NOT NULL,
  "member_kind" text,
  "surname_reading" text,
  "reading_key" text NOT NULL DEFAULT (''),
  "stroke_key" text NOT NULL DEFAULT (''),
  "ended_on" text,
  "ended_reason" text,
  "merged_into_id" text,
  "political_status" text,
  CONSTRAINT "FK_6534b223286f8c7af906cad7ed8" FOREIGN KEY ("merged_into_id") REFERENCES "person" ("id")
);

CREATE INDEX "index_person_id_number" ON "person" ("id_number");

CREATE INDEX "index_person_merged_into_id" ON "person" ("merged_into_id");

CREATE INDEX "index_person_name" ON "person" ("name");

CREATE INDEX "index_person_phone" ON "person" ("phone");

CREATE INDEX "index_person_reading_key" ON "person" ("reading_key", "id");

CREATE INDEX "index_person_stroke_key" ON "person" ("stroke_key", "id");

CREATE TABLE "post" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "person_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "kind" text NOT NULL,
  "position" text,
  "starts_on" text,
  "ends_on" text,
  "households" integer,
  "estate_id" text,
  "place" text,
  CONSTRAINT "FK_fd46588ce8f120fdd753bdaa764" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_bdb473f468b4531c3f51c611858" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_6c150d4f26511125d3b0dd2dada" FOREIGN KEY ("estate_id") REFERENCES "estate" ("id")
);

CREATE INDEX "index_post_estate_id" ON "post" ("estate_id");

CREATE INDEX "index_post_person_id" ON "post" ("person_id");

CREATE INDEX "index_post_unit_id" ON "post" ("unit_id");

CREATE TABLE "reporting" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "person_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "work_unit" text,
  "claimed_post" text,
  "specialty" text,
  "starts_on" text,
  "ends_on" text,
  "party_committee" text,
  "service_type" text,
  CONSTRAINT "FK_d45febd6ac91ab51eb3d505b9d8" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_c205912c34d805344766884d2da" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "index_reporting_person_id" ON "reporting" ("person_id");

CREATE INDEX "index_reporting_unit_id" ON "reporting" ("unit_id");

CREATE TABLE "setting" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "value" text NOT NULL
);

CREATE TABLE "succession" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "from_id" text NOT NULL,
  "to_id" text NOT NULL,
  "kind" text NOT NULL,
  "day" text NOT NULL,
  CONSTRAINT "FK_db951d067e311b34c7def3e6ff5" FOREIGN KEY ("from_id") REFERENCES "unit" ("id"),
  CONSTRAINT "FK_4a4713492bd129f2ca08b18b0a9" FOREIGN KEY ("to_id") REFERENCES "unit" ("id")
);

CREATE INDEX "index_succession_from_id" ON "succession" ("from_id");

CREATE INDEX "index_succession_to_id" ON "succession" ("to_id");

CREATE TABLE "unit" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "kind" text NOT NULL,
  "branch_kind" text,
  "parent_id" text,
  "name" text NOT NULL,
  "pinyin" text NOT NULL,
  "initials" text NOT NULL,
  "sort" integer NOT NULL,
  "founded_on" text,
  "dissolved_on" text,
  "note" text NOT NULL,
  "beside_id" text,
  "partner_unit_id" text,
  "approval_no" text,
  "approved_on" text,
  "approval_document_id" text,
  "term_years" integer,
  "elected_on" text,
  "next_election_on" text,
  CONSTRAINT "FK_fe4119aee3ae74775dba146421b" FOREIGN KEY ("partner_unit_id") REFERENCES "partner_unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_8660c6ac45651ea4f30d4f20eb4" FOREIGN KEY ("beside_id") REFERENCES "unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_33443cd5de3c6b130acfd6aba63" FOREIGN KEY ("parent_id") REFERENCES "unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_2c830e6e046bfb1f5236d33dbd6" FOREIGN KEY ("approval_document_id") REFERENCES "document" ("id")
);

CREATE INDEX "index_unit_beside_id" ON "unit" ("beside_id");

CREATE INDEX "index_unit_kind" ON "unit" ("kind");

CREATE INDEX "index_unit_parent_id_sort" ON "unit" ("parent_id", "sort", "id");

CREATE TABLE "unit_estate" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "unit_id" text NOT NULL,
  "estate_id" text NOT NULL,
  "starts_on" text,
  "ends_on" text,
  CONSTRAINT "FK_b26da8a1fe11b211d560a05d75b" FOREIGN KEY ("estate_id") REFERENCES "estate" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "FK_3f492ebed7b025fb159c5f276c7" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "index_unit_estate_estate_id" ON "unit_estate" ("estate_id");

CREATE INDEX "index_unit_estate_unit_id" ON "unit_estate" ("unit_id");

CREATE TABLE "unit_past" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "unit_id" text NOT NULL,
  "name" text NOT NULL,
  "parent_id" text,
  "state" text NOT NULL,
  "starts_on" text,
  "ends_on" text NOT NULL,
  CONSTRAINT "FK_1ab840c58cb45c6c72fab3ca3d9" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id"),
  CONSTRAINT "FK_5580cae394275d2f1a79ab736a7" FOREIGN KEY ("parent_id") REFERENCES "unit" ("id")
);

CREATE INDEX "index_unit_past_parent_id" ON "unit_past" ("parent_id", "ends_on");

CREATE INDEX "index_unit_past_unit_id" ON "unit_past" ("unit_id", "ends_on");

CREATE TABLE "venue" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "name" text NOT NULL,
  "community_id" text NOT NULL,
  "estate_id" text,
  "address" text,
  "area_dm2" integer,
  "right_kind" text,
  "owner" text,
  "seats" integer,
  "lease_from" text,
  "lease_to" text,
  "rent_fen" integer,
  "keeper_id" text,
  "opening_hours" text,
  "functions" text,
  "note" text NOT NULL,
  "ended_on" text,
  CONSTRAINT "FK_262c63152316ef398d7b9fabc83" FOREIGN KEY ("community_id") REFERENCES "unit" ("id"),
  CONSTRAINT "FK_6bb44a0ce5599a0ec0dead429d5" FOREIGN KEY ("estate_id") REFERENCES "estate" ("id"),
  CONSTRAINT "FK_994c4f8ce0f170fccc3e71add76" FOREIGN KEY ("keeper_id") REFERENCES "person" ("id")
);

CREATE INDEX "index_venue_community_id" ON "venue" ("community_id");

CREATE TABLE "venue_unit" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "venue_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "starts_on" text,
  "ends_on" text,
  CONSTRAINT "FK_1670287e0c1368662a17de3ec31" FOREIGN KEY ("venue_id") REFERENCES "venue" ("id"),
  CONSTRAINT "FK_c0b839a9783521821938d75fd9b" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id")
);

CREATE INDEX "index_venue_unit_unit_id" ON "venue_unit" ("unit_id");

CREATE INDEX "index_venue_unit_venue_id" ON "venue_unit" ("venue_id");

CREATE TABLE "volunteer" (
  "id" text PRIMARY KEY NOT NULL,
  "version" integer NOT NULL,
  "person_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "team" text,
  "service_type" text,
  "specialty" text,
  "starts_on" text,
  "ends_on" text,
  CONSTRAINT "FK_fc40d3eada517c3c9315e0c9e51" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
  CONSTRAINT "FK_f685e6c5fe14df8681c923ed623" FOREIGN KEY ("unit_id") REFERENCES "unit" ("id")
);

CREATE INDEX "index_volunteer_person_id" ON "volunteer" ("person_id");

CREATE INDEX "index_volunteer_unit_id" ON "volunteer" ("unit_id");
