@export()
@description('The clouds that Teams runs in. Addresses of Azure itself come from the cloud that the template is deployed to.')
type BotCloud = 'global' | 'usgov' | 'china'

@export()
@description('''
How the app reaches its data. What each costs and needs is in docs/operations.md.
firewall: the storage account lets in the app's subnet and the addresses that are named.
private: it has private endpoints, and no address of the internet but those that are named.
open: it can be reached from everywhere; who comes in is still known by an identity.
''')
type Network = 'firewall' | 'private' | 'open'

@export()
@description('Redundancy of a storage account. Standard_ZRS outlives the loss of one datacenter; regions without zones have Standard_LRS.')
type Redundancy = 'Standard_ZRS' | 'Standard_LRS' | 'Standard_GZRS' | 'Standard_GRS'

@export()
@description('Rules for the firewall of a storage account.')
func firewall(network Network, subnetId string?, allowedIps string[]) object => {
  // Nothing of Azure comes in because it is of Azure.
  bypass: 'None'
  defaultAction: network == 'open' ? 'Allow' : 'Deny'
  ipRules: map(network == 'open' ? [] : allowedIps, ip => { action: 'Allow', value: ip })
  virtualNetworkRules: network == 'firewall' ? [{ action: 'Allow', id: subnetId }] : []
}

@export()
@description('Whether a storage account has a door to the internet at all.')
func publicAccess(network Network, allowedIps string[]) string =>
  network == 'private' && empty(allowedIps) ? 'Disabled' : 'Enabled'
