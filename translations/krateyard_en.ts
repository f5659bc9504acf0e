<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>workspace</name>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n degraded</numerusform>
            <numerusform>%n degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CollectionContent</name>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln failing</numerusform>
            <numerusform>%Ln failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln pending</numerusform>
            <numerusform>%Ln pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>showing %Ln</numerusform>
            <numerusform>showing %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln objects fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>The only object does not fit the filter. Escape clears it.</numerusform>
            <numerusform>None of %Ln objects fits the filter. Escape clears it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::KratePainter</name>
    <message numerus="yes">
        <source>%n windows</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::LogContent</name>
    <message numerus="yes">
        <source>Log of %1, %n line(s): %2</source>
        <translation>
            <numerusform>Log of %1, %n line: %2</numerusform>
            <numerusform>Log of %1, %n lines: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::SpotlightPanel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TopBar</name>
    <message numerus="yes">
        <source>%n krate(s)</source>
        <translation>
            <numerusform>%n krate</numerusform>
            <numerusform>%n krates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YamlContent</name>
    <message numerus="yes">
        <source>YAML of %1 %2, %n lines</source>
        <translation>
            <numerusform>YAML of %1 %2, %n line</numerusform>
            <numerusform>YAML of %1 %2, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardFile</name>
    <message numerus="yes">
        <source>%n krates could not be read.</source>
        <translation>
            <numerusform>%n krate could not be read.</numerusform>
            <numerusform>%n krates could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows could not be read.</source>
        <translation>
            <numerusform>%n window could not be read.</numerusform>
            <numerusform>%n windows could not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
