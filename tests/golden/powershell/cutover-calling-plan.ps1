# PortFlow cutover script: assigns phone numbers to people in Microsoft Teams.
# Script 01936f3c-8a00-7000-8000-000000000001
# Inputs 3f0c9a52d1e6
#
# Without -Apply nothing is changed: the script reads the tenant and reports what it would do.
# With -Apply, -ConfirmTenant must name the id of the tenant.
# A person who holds another number keeps it unless -ReplaceExisting is given.
# Run again after a failure: what is already right is skipped.
# Exit code 0: nobody failed. Exit code 1: somebody failed, or the script refused to run.
[CmdletBinding()]
param(
    [switch]$Apply,
    [string]$ConfirmTenant,
    [switch]$ReplaceExisting,
    [string]$ResultPath,
    [string]$PriorStatePath,
    [string]$TranscriptPath
)
Set-StrictMode -Version '3.0'
$ErrorActionPreference = 'Stop'

$scriptId = '01936f3c-8a00-7000-8000-000000000001'
$fingerprint = '3f0c9a52d1e6'
$customer = 'Fabrikam'
$migration = 'Fabrikam / Austin / Main'
$numberType = 'CallingPlan'
$counts = @{ Planned = 0; Created = 0; Changed = 0; Skipped = 0; Failed = 0 }
$startedAt = [datetime]::UtcNow.ToString('yyyyMMdd-HHmmss', ([cultureinfo]::InvariantCulture))
if ($ResultPath -eq '') {
    $ResultPath = Join-Path -Path $PWD.Path -ChildPath ('portflow-cutover-{0}-result.csv' -f @($startedAt))
}
if ($PriorStatePath -eq '') {
    $PriorStatePath = Join-Path -Path $PWD.Path -ChildPath ('portflow-cutover-{0}-prior-state.csv' -f @($startedAt))
}
if ($TranscriptPath -eq '') {
    $TranscriptPath = Join-Path -Path $PWD.Path -ChildPath ('portflow-cutover-{0}-transcript.txt' -f @($startedAt))
}

$rows = @(
    @{ Upn = 'lee@fabrikam.com'; Name = 'Lee'; Number = '+15125550111'; LocationId = '7fda0c0b-6a3d-48b8-854b-3fbe9dcf6513' }
)

function Read-Value {
    param(
        [object]$From,
        [string]$Name
    )
    if ($null -eq $From) {
        return $null
    }
    $property = $From.PSObject.Properties[$Name]
    if ($null -eq $property) {
        return $null
    }
    return $property.Value
}

function Read-PolicyName {
    param(
        [object]$User,
        [string]$Name
    )
    $policy = Read-Value -From $User -Name $Name
    if ($null -eq $policy) {
        return ''
    }
    $label = Read-Value -From $policy -Name 'Name'
    if ($null -eq $label) {
        $label = $policy
    }
    $label = [string]$label
    if ($label.StartsWith('Tag:')) {
        $label = $label.Substring(4)
    }
    return $label
}

function Protect-Cell {
    param(
        [string]$Text
    )
    $line = [regex]::Replace($Text, '[\x00-\x1f]+', ' ')
    if ($line -match '^[-=+@]') {
        return ('''' + $line)
    }
    return $line
}

function Invoke-TeamsStep {
    param(
        [string]$Step,
        [hashtable]$Row
    )
    $attempt = 1
    while ($true) {
        try {
            if ($Step -eq 'ReadUser') {
                return (Get-CsOnlineUser -Identity $Row.Upn -ErrorAction 'Stop')
            }
            elseif ($Step -eq 'ReadNumber') {
                return (Get-CsPhoneNumberAssignment -TelephoneNumber $Row.Number -ErrorAction 'Stop' | Select-Object -First 1)
            }
            elseif ($Step -eq 'Number') {
                if ($Row.LocationId -ne '') {
                    return (Set-CsPhoneNumberAssignment -Identity $Row.Upn -PhoneNumber $Row.Number -PhoneNumberType 'CallingPlan' -LocationId $Row.LocationId -ErrorAction 'Stop')
                }
                return (Set-CsPhoneNumberAssignment -Identity $Row.Upn -PhoneNumber $Row.Number -PhoneNumberType 'CallingPlan' -ErrorAction 'Stop')
            }
            else {
                throw ('There is no step {0}.' -f @($Step))
            }
        }
        catch {
            if (($attempt -ge 5) -or (-not ($_.Exception.Message -match 'too many requests|throttl|timed out|timeout|temporarily|try again|service unavailable|gateway|internal server error|connection was closed|\b(429|500|502|503|504)\b'))) {
                throw
            }
            Write-Warning -Message ('Trying again: {0}' -f @($_.Exception.Message))
            Start-Sleep -Seconds ([math]::Pow(2, ($attempt + 1)))
            $attempt = $attempt + 1
        }
    }
}

function Confirm-Number {
    param(
        [object]$User,
        [object]$Held
    )
    if ($null -eq $Held) {
        throw 'The number is not in the inventory of the tenant.'
    }
    $kind = [string](Read-Value -From $Held -Name 'NumberType')
    if (($kind -ne '') -and ($kind -ne $numberType)) {
        throw ('The tenant has the number as {0}.' -f @($kind))
    }
    $holder = [string](Read-Value -From $Held -Name 'AssignedPstnTargetId')
    if (($holder -ne '') -and ($holder -ne ([string](Read-Value -From $User -Name 'Identity')))) {
        throw ('The number is held by {0} and is not taken away.' -f @($holder))
    }
    $status = [string](Read-Value -From $Held -Name 'PstnAssignmentStatus')
    if ((($holder -eq '') -and ($status -ne '')) -and ($status -ne 'Unassigned')) {
        throw ('The number is in use: {0}.' -f @($status))
    }
    $capability = Read-Value -From $Held -Name 'Capability'
    if (($null -ne $capability) -and (@($capability) -notcontains 'UserAssignment')) {
        throw 'The number cannot be assigned to a person.'
    }
}

function Find-NeededStep {
    param(
        [hashtable]$Row,
        [object]$User,
        [object]$Held
    )
    if (@(Read-Value -From $User -Name 'FeatureTypes') -notcontains 'PhoneSystem') {
        throw 'The person has no Teams Phone license.'
    }
    Confirm-Number -User $User -Held $Held
    $lineUri = [string](Read-Value -From $User -Name 'LineUri')
    $wanted = 'tel:' + $Row.Number
    $other = ($lineUri -ne '') -and ($lineUri -ne $wanted)
    if ($other -and (-not $ReplaceExisting)) {
        throw ('The person holds {0}; -ReplaceExisting replaces it.' -f @($lineUri))
    }
    $needed = @()
    if (($lineUri -ne $wanted) -or ((Read-Value -From $User -Name 'EnterpriseVoiceEnabled') -ne $true)) {
        $needed += 'Number'
    }
    return $needed
}

function Save-PriorState {
    param(
        [hashtable]$Row,
        [object]$User
    )
    $lineUri = [string](Read-Value -From $User -Name 'LineUri')
    $number = $null
    if ($lineUri -ne '') {
        $number = Invoke-TeamsStep -Step 'ReadNumber' -Row @{ Number = ($lineUri.Replace('tel:', '')) }
    }
    $state = [pscustomobject]@{
        ScriptId = $scriptId
        Upn = (Protect-Cell -Text $Row.Upn)
        ObjectId = ([string](Read-Value -From $User -Name 'Identity'))
        LineUri = (Protect-Cell -Text $lineUri)
        NumberType = ([string](Read-Value -From $number -Name 'NumberType'))
        LocationId = ([string](Read-Value -From $number -Name 'LocationId'))
        EnterpriseVoiceEnabled = (Read-Value -From $User -Name 'EnterpriseVoiceEnabled')
        OnlineVoiceRoutingPolicy = (Protect-Cell -Text (Read-PolicyName -User $User -Name 'OnlineVoiceRoutingPolicy'))
        TenantDialPlan = (Protect-Cell -Text (Read-PolicyName -User $User -Name 'TenantDialPlan'))
        TeamsCallingPolicy = (Protect-Cell -Text (Read-PolicyName -User $User -Name 'TeamsCallingPolicy'))
        At = ([datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', ([cultureinfo]::InvariantCulture)))
    }
    $state | Export-Csv -LiteralPath $PriorStatePath -NoTypeInformation -Encoding 'UTF8' -Append -ErrorAction 'Stop'
}

function Add-Result {
    param(
        [hashtable]$Row,
        [string]$Action,
        [string]$Outcome,
        [string]$Message
    )
    $counts[$Outcome] = $counts[$Outcome] + 1
    $result = [pscustomobject]@{
        ScriptId = $scriptId
        Fingerprint = $fingerprint
        Upn = (Protect-Cell -Text $Row.Upn)
        Number = (Protect-Cell -Text $Row.Number)
        Action = $Action
        Outcome = $Outcome
        Message = (Protect-Cell -Text $Message)
        At = ([datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', ([cultureinfo]::InvariantCulture)))
    }
    $result | Export-Csv -LiteralPath $ResultPath -NoTypeInformation -Encoding 'UTF8' -Append -ErrorAction 'Stop'
    Write-Host -Object ('{0}: {1} <{2}> {3} {4} {5}' -f @($Outcome, $Row.Name, $Row.Upn, $Row.Number, $Action, $Message))
}

Import-Module -Name 'MicrosoftTeams' -MinimumVersion '6.7.0' -ErrorAction 'Stop'
Start-Transcript -LiteralPath $TranscriptPath -ErrorAction 'Stop' | Out-Null
try {
    Connect-MicrosoftTeams -ErrorAction 'Stop' | Out-Null
    $tenant = Get-CsTenant -ErrorAction 'Stop'
    $connectedTenant = [string](Read-Value -From $tenant -Name 'TenantId')
    Write-Host -Object ('Connected to tenant {0}.' -f @($connectedTenant))
    if ($Apply -and (($connectedTenant -eq '') -or ($ConfirmTenant -ne $connectedTenant))) {
        throw ('Refused: -Apply needs -ConfirmTenant with the id of the customer tenant; connected to {0}.' -f @($connectedTenant))
    }
    Write-Host -Object ('{0}: {1}' -f @($customer, $migration))
    if ($Apply) {
        Write-Host -Object 'Numbers are being assigned.'
    }
    else {
        Write-Host -Object 'Dry run: nothing is changed.'
    }
    foreach ($row in $rows) {
        $done = @()
        try {
            $user = Invoke-TeamsStep -Step 'ReadUser' -Row $row
            if ($null -eq $user) {
                throw 'The person is not in the tenant.'
            }
            $held = Invoke-TeamsStep -Step 'ReadNumber' -Row $row
            $steps = @(Find-NeededStep -Row $row -User $user -Held $held)
            if ($steps.Count -eq 0) {
                Add-Result -Row $row -Action 'None' -Outcome 'Skipped' -Message 'Everything is as planned.'
            }
            elseif (-not $Apply) {
                Add-Result -Row $row -Action ($steps -join '+') -Outcome 'Planned' -Message 'Dry run: nothing was changed.'
            }
            else {
                Save-PriorState -Row $row -User $user
                foreach ($step in $steps) {
                    Invoke-TeamsStep -Step $step -Row $row | Out-Null
                    $done += $step
                }
                $outcome = 'Created'
                if (([string](Read-Value -From $user -Name 'LineUri')) -ne '') {
                    $outcome = 'Changed'
                }
                Add-Result -Row $row -Action ($done -join '+') -Outcome $outcome -Message 'Done.'
            }
        }
        catch {
            Add-Result -Row $row -Action ($done -join '+') -Outcome 'Failed' -Message $_.Exception.Message
        }
    }
    Write-Host -Object ('Planned {0}, created {1}, changed {2}, skipped {3}, failed {4}.' -f @($counts['Planned'], $counts['Created'], $counts['Changed'], $counts['Skipped'], $counts['Failed']))
    Write-Host -Object ('Results: {0}' -f @($ResultPath))
    if ($counts['Failed'] -gt 0) {
        Write-Warning -Message 'Somebody failed. Solve the cause and run the script again.'
    }
}
finally {
    Stop-Transcript | Out-Null
}
if ($counts['Failed'] -gt 0) {
    exit 1
}
exit 0
