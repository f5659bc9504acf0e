// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/terminalfiles.h"

#include "workspace/logs/ansipalette.h"
#include "workspace/look/look.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace workspace {

// Returns the absolute path of the file with this content; empty when it cannot be written.
static QString install(const QString &name, const QByteArray &content)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
                      + "/terminal"_L1);
    auto path = QFileInfo(folder.filePath(name)).absoluteFilePath();
    QFile present(path);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == content)
        return path;
    QSaveFile file(path);
    if (!folder.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly))
        return {};
    file.write(content);
    return file.commit() ? path : QString();
}

QString installKeyTable()
{
    QFile source(u":/terminal/krateyard.keytab"_s);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    auto path = install(u"krateyard.keytab"_s, source.readAll());
    if (path.isEmpty())
        return {};
    path.chop(qsizetype(".keytab"_L1.size()));
    // The widget looks in one compiled-in folder only (where it is missing, in one beside the
    // program, else where we are), and appends the name to it: climb out of it, however deep it is.
    return u"../"_s.repeated(48) + path.mid(1);
}

QString installColorScheme(const Theme &theme)
{
    QByteArray text = "[General]\nDescription=Krateyard\nOpacity=1\n";
    const auto add = [&text](const char *name, const QColor &color) {
        text += QByteArray("\n[") + name + "]\nColor=" + QByteArray::number(color.red()) + ','
            + QByteArray::number(color.green()) + ',' + QByteArray::number(color.blue()) + '\n';
    };
    add("Background", theme.panel);
    add("BackgroundIntense", theme.raised);
    add("Foreground", theme.text);
    add("ForegroundIntense", theme.dark ? QColor(Qt::white) : QColor(Qt::black));
    for (int i = 0; i < 8; ++i) {
        const QByteArray name = "Color" + QByteArray::number(i);
        add(name.constData(), ansiColor(i, theme));
        add(QByteArray(name + "Intense").constData(), ansiColor(i + 8, theme));
    }
    return install(theme.dark ? u"krateyard-dark.colorscheme"_s : u"krateyard-light.colorscheme"_s,
                   text);
}

} // namespace workspace
