// The bot's entry with the Bot Framework, and its way into Teams, which is the only one.

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

@description('Where it is logged what the Bot Framework was asked.')
param workspaceId string

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

  // Every new bot gets these two with a site that is open. A channel cannot be left out, so its site is closed.
  // One channel after the other: they are written into one record.
  resource webChat 'channels' = {
    name: 'WebChatChannel'
    location: 'global'
    properties: {
      channelName: 'WebChatChannel'
      properties: {
        sites: [
          {
            siteName: 'Default Site'
            isEnabled: false
            isWebchatPreviewEnabled: false
          }
        ]
      }
    }
    dependsOn: [teams]
  }

  resource directLine 'channels' = {
    name: 'DirectLineChannel'
    location: 'global'
    properties: {
      channelName: 'DirectLineChannel'
      properties: {
        sites: [
          {
            siteName: 'Default Site'
            isEnabled: false
            isV1Enabled: false
            isV3Enabled: false
          }
        ]
      }
    }
    dependsOn: [webChat]
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'requests'
  scope: bot
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'BotRequest', enabled: true }
    ]
  }
}
