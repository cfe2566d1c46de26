# 把加载项存放的地址写入清单：由 manifest-template.xml 写出 addin\manifest.xml。不需要安装任何软件，可以重复运行。
#   powershell -ExecutionPolicy Bypass -File set-address.ps1 https://jscw.example.gov.cn/addin
param([string]$Address)
$ErrorActionPreference = 'Stop'
if (-not $Address) { $Address = Read-Host '加载项存放的地址（以 https:// 开头）' }
$Address = $Address.Trim() -replace '/*$', ''

if ($Address -cnotmatch '^https://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~%-]+)*$') {
    Write-Host '地址须以 https:// 开头，只含字母、数字和 . - _ ~ % : /，例如：'
    Write-Host '  https://jscw.example.gov.cn/addin'
    exit 2
}

$folder = Split-Path -Parent $MyInvocation.MyCommand.Path
$template = [System.IO.File]::ReadAllText((Join-Path $folder 'manifest-template.xml'))
$manifest = $template.Replace('https://localhost:3000', $Address)
$target = Join-Path $folder 'addin\manifest.xml'
[System.IO.File]::WriteAllText($target, $manifest, (New-Object System.Text.UTF8Encoding($false)))
Write-Host "已写出 addin\manifest.xml，加载项的地址：$Address"
