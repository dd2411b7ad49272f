// The bot's entry with the Bot Framework, and its way into Teams.

param name string
param displayName string
param tags object
param sku ('F0' | 'S1')

param identityId string
param identityClientId string

@description('The only tenant whose people can use the bot.')
param tenantId string = tenant().tenantId

@description('Host of the function app.')
param host string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    disableLocalAuth: true
    endpoint: 'https://${host}/api/messages'
    isStreamingSupported: false
    msaAppId: identityClientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenantId
    msaAppType: 'UserAssignedMSI'
    publicNetworkAccess: 'Enabled'
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
      }
    }
  }
}
