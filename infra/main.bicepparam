using 'main.bicep'

// Values of the azd environment: azd env set LIAISON_OFFICE name@contoso.com
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param cloud = readEnvironmentVariable('BOT_CLOUD', 'global')
param province = readEnvironmentVariable('LIAISON_PROVINCE', '13')
param prefix = readEnvironmentVariable('LIAISON_PREFIX', '冀巡交')
param office = readEnvironmentVariable('LIAISON_OFFICE')
param alertEmails = split(readEnvironmentVariable('ALERT_EMAILS'), ',')
param backupPrincipalIds = empty(readEnvironmentVariable('BACKUP_PRINCIPALS', ''))
  ? []
  : split(readEnvironmentVariable('BACKUP_PRINCIPALS', ''), ',')
