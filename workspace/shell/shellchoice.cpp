// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellchoice.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

/// As a shell takes a line apart: blanks, both quotes, backslashes; nothing is looked up.
/// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
static QStringList wordsOf(const QString &line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\\' && quote != u'\'' && i + 1 < line.size()) {
            word += line[++i];
            inWord = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = {};
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (!c.isSpace()) {
            word += c;
            inWord = true;
        } else if (std::exchange(inWord, false)) {
            words << std::exchange(word, {});
        }
    }
    if (inWord)
        words << word;
    return words;
}

QStringList ShellChoice::names()
{
    return {u"bash"_s, u"sh"_s, u"ash"_s, u"zsh"_s};
}

// TERM is set by the container's runtime.
QStringList ShellChoice::command() const
{
    switch (kind) {
    case Kind::Usual:
        return {u"sh"_s, u"-c"_s, u"command -v bash >/dev/null && exec bash || exec sh"_s};
    case Kind::Named: return {text};
    case Kind::Own: return wordsOf(text);
    case Kind::Attach: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString ShellChoice::name() const
{
    switch (kind) {
    case Kind::Usual: return tr("Shell");
    case Kind::Named: return text;
    case Kind::Own: return text;
    case Kind::Attach: return tr("Attached");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
