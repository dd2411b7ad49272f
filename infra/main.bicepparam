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
param network = readEnvironmentVariable('STORAGE_NETWORK', 'firewall')
param allowedIps = empty(readEnvironmentVariable('STORAGE_ALLOWED_IPS', ''))
  ? []
  : split(readEnvironmentVariable('STORAGE_ALLOWED_IPS', ''), ',')
param lockData = bool(readEnvironmentVariable('STORAGE_LOCK', 'true'))
param redundancy = readEnvironmentVariable('STORAGE_REDUNDANCY', 'Standard_ZRS')
param zoneRedundant = bool(readEnvironmentVariable('ZONE_REDUNDANT', 'false'))
param backupKeepDays = int(readEnvironmentVariable('BACKUP_KEEP_DAYS', '30'))
param apiAudience = readEnvironmentVariable('API_AUDIENCE', '')
param allowApiKey = bool(readEnvironmentVariable('API_KEY_ALLOWED', 'false'))
param tabAppId = readEnvironmentVariable('TAB_APP_ID', '')
param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID', '')
param domain = readEnvironmentVariable('BOT_DOMAIN', '')
param scanEvidence = bool(readEnvironmentVariable('EVIDENCE_SCAN', 'false'))
param telemetryDays = int(readEnvironmentVariable('TELEMETRY_DAYS', '30'))
