// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellcrew.h"

#include "logwriters.h"
#include "workspace/shell/shellsurface.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using workspace::ShellContent;
using workspace::ShellSurface;

namespace soak {

constexpr QSize Size(500, 300);

static QByteArray wordOf(int shell, int number)
{
    return "shell" + QByteArray::number(shell) + '-' + QByteArray::number(number) + '.';
}

/// More than a history holds, as a program that writes without end would.
static QByteArray flood()
{
    QByteArray text;
    for (int i = 0; i < ShellSurface::HistoryLines + 1000; ++i)
        text +=
            "\x1b[3" + QByteArray::number(i % 8) + "mline " + QByteArray::number(i) + "\x1b[0m\r\n";
    return text;
}

ShellCrew::ShellCrew(kube::ApiClient &client, workspace::Look &look)
{
    for (int number = 0; number < Shells; ++number) {
        auto shell = std::make_unique<Shell>();
        shell->number = number;
        const workspace::ShellPlace place{u"demo"_s, QString::fromLatin1(LogWriters::NameSpace),
                                          u"pod-%1"_s.arg(number), u"app"_s};
        shell->content = std::make_unique<ShellContent>(client, place, m_desk, look);
        shell->content->setSize(Size);
        const auto path = m_folder.filePath(QString::number(number));
        m_problem += shell->content->startTranscript(path, workspace::Transcript::Form::Plain);
        shell->transcript = std::make_unique<QFile>(path);
        if (!shell->transcript->open(QIODevice::ReadOnly))
            m_problem += shell->transcript->errorString();
        connect(shell->content.get(), &ShellContent::statusChanged, this,
                [this, mine = shell.get()] {
                    if (mine->content->state() != ShellContent::State::Ended)
                        return;
                    ++ends;
                    read(*mine);
                    mine->ended = mine->sent;
                });
        shell->content->start();
        m_shells.push_back(std::move(shell));
    }
}

ShellCrew::~ShellCrew() = default;

ShellSurface &ShellCrew::surfaceOf(const Shell &shell)
{
    return *qobject_cast<ShellSurface *>(shell.content->liveWidget());
}

void ShellCrew::ask(Shell &shell)
{
    ++commands;
    shell.content->send("echo " + wordOf(shell.number, ++shell.sent) + '\r');
}

void ShellCrew::act(QRandomGenerator &random)
{
    auto &shell = *m_shells[size_t(random.bounded(Shells))];
    if (shell.content->state() == ShellContent::State::Ended)
        return shell.content->start();
    if (shell.content->state() != ShellContent::State::Open)
        return;
    switch (random.bounded(60)) {
    case 0: shell.content->send("exit\r"); break;
    case 1: surfaceOf(shell).setZoom(0.5 + random.bounded(1.5)); break;
    case 2: surfaceOf(shell).resize(random.bounded(100, 900), random.bounded(60, 700)); break;
    case 3: surfaceOf(shell).feed(flood()); break;
    case 4: // into three at once, as by keys
        m_desk.startBroadcast(
            {shell.content.get(), m_shells[0]->content.get(), m_shells[1]->content.get()});
        Q_EMIT surfaceOf(shell).typed("echo to all\r");
        m_desk.endBroadcast();
        break;
    case 5: shell.content->send("ls; ps\r"); break;
    case 6: surfaceOf(shell).clear(); break;
    default: ask(shell);
    }
}

bool ShellCrew::isOpen()
{
    bool all = true;
    for (const auto &shell : m_shells) {
        if (shell->content->state() == ShellContent::State::Ended)
            shell->content->start();
        all = all && shell->content->state() == ShellContent::State::Open;
    }
    return all;
}

void ShellCrew::askAll()
{
    for (const auto &shell : m_shells) {
        surfaceOf(*shell).setZoom(1);
        surfaceOf(*shell).resize(Size);
        surfaceOf(*shell).feed(flood());
        ask(*shell);
    }
}

bool ShellCrew::hasAnswered()
{
    bool all = isOpen();
    for (const auto &shell : m_shells) {
        read(*shell);
        const bool runs = shell->content->state() == ShellContent::State::Open;
        if (runs && shell->answered < shell->sent && shell->ended == shell->sent)
            ask(*shell); // it ended before it could answer
        if (shell->answered != shell->sent)
            all = false;
        else if (all) // a history is a lot to read
            all = surfaceOf(*shell).lines().contains(
                QString::fromLatin1(wordOf(shell->number, shell->sent)));
    }
    return all;
}

void ShellCrew::read(Shell &shell)
{
    shell.rest += shell.transcript->readAll();
    auto lines = shell.rest.split('\n');
    shell.rest = lines.takeLast();
    for (const auto &line : std::as_const(lines))
        takeLine(shell, line);
}

void ShellCrew::takeLine(Shell &shell, const QByteArray &line)
{
    if (!line.startsWith("shell") || !line.endsWith('.'))
        return;
    const int number = line.sliced(line.indexOf('-') + 1).chopped(1).toInt();
    const bool follows = number == std::max(shell.answered, shell.ended) + 1;
    ++answers;
    if (m_problem.isEmpty() && (line != wordOf(shell.number, number) || !follows))
        m_problem = u"shell %1 says '%2' after %3; %4 were sent, a connection ended after %5"_s
                        .arg(shell.number)
                        .arg(QString::fromUtf8(line))
                        .arg(shell.answered)
                        .arg(shell.sent)
                        .arg(shell.ended);
    shell.answered = number;
}

} // namespace soak
