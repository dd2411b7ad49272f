@export()
@description('The clouds that Teams runs in. Addresses of Azure itself come from the cloud that the template is deployed to.')
type BotCloud = 'global' | 'usgov' | 'china'
