<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>secrets::Text</name>
    <message>
        <source>There is no keychain: this session has no D-Bus.</source>
        <translation>키체인이 없습니다. 이 세션에는 D-Bus가 없습니다.</translation>
    </message>
    <message>
        <source>There is no keychain: install and start GNOME Keyring or KWallet.</source>
        <translation>키체인이 없습니다. GNOME Keyring 또는 KWallet을 설치하고 시작하세요.</translation>
    </message>
    <message>
        <source>The keychain is locked or not set up.</source>
        <translation>키체인이 잠겨 있거나 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1</source>
        <translation>키체인을 사용할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The keychain gave no answer within %1 s. It may be waiting to be unlocked.</source>
        <translation>키체인이 %1초 안에 응답하지 않았습니다. 잠금 해제를 기다리는 중일 수 있습니다.</translation>
    </message>
</context>
</TS>
