import { ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLocation } from 'wouter'

/** 导入台账: the main action of a page whose rows come from a register. */
export const ImportButton = () => {
  const [, navigate] = useLocation()
  return (
    <Button
      type="primary"
      icon={<ImportOutlined />}
      onClick={() => navigate('/import')}
      data-testid="to-import"
    >
      导入台账
    </Button>
  )
}
