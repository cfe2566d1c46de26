#!/bin/sh
# 把加载项存放的地址写入清单：由 manifest-template.xml 写出 addin/manifest.xml。不需要安装任何软件，可以重复运行。
#   sh set-address.sh https://jscw.example.gov.cn/addin
set -eu
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
address=$(printf '%s' "${1:-}" | sed 's|/*$||')
# One line: grep looks at each by itself.
lines=$(printf '%s\n' "$address" | wc -l)

if [ "$lines" -ne 1 ] || ! printf '%s\n' "$address" | grep -Eqx 'https://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~%-]+)*'; then
  echo "地址须以 https:// 开头，只含字母、数字和 . - _ ~ % : /，例如：" >&2
  echo "  sh set-address.sh https://jscw.example.gov.cn/addin" >&2
  exit 2
fi

sed "s|https://localhost:3000|$address|g" "$here/manifest-template.xml" >"$here/addin/manifest.xml.new"
mv "$here/addin/manifest.xml.new" "$here/addin/manifest.xml"
echo "已写出 addin/manifest.xml，加载项的地址：$address"
