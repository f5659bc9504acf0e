// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "workspace/shell/askpanels.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/shell/shellsurface.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QMenu>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

// What a person chooses in a ShellContent: what runs where, who hears it, what is written down.
namespace workspace {

void ShellContent::pressed(ShellBar::Button button, QPoint global)
{
    switch (button) {
    case ShellBar::Container: return chooseContainer(global);
    case ShellBar::Shell: return chooseShell(global);
    case ShellBar::Find: return m_surface->find();
    case ShellBar::Broadcast: return askBroadcast();
    case ShellBar::Record: return m_transcript ? endTranscript() : askTranscript();
    case ShellBar::Reconnect: return start();
    case ShellBar::Stop: return m_desk.endBroadcast();
    case ShellBar::None: return;
    }
}

template<typename Deed>
static QAction *addChoice(QMenu &menu, const QString &text, bool chosen, const QObject *receiver,
                          Deed deed)
{
    auto *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    QObject::connect(action, &QAction::triggered, receiver, deed);
    return action;
}

void ShellContent::chooseContainer(QPoint global)
{
    auto *menu = new QMenu(m_surface);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &container : std::as_const(m_containers))
        addChoice(*menu, container, container == m_place.container, this,
                  [this, container] { showContainer(container); });
    menu->popup(global);
}

void ShellContent::chooseShell(QPoint global)
{
    auto *menu = new QMenu(m_surface);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const ShellChoice &choice) {
        addChoice(*menu, text, choice == m_choice, this, [this, choice] { run(choice); });
    };
    add(tr("The container's shell"), {});
    for (const auto &shell : ShellChoice::names())
        add(shell, ShellChoice::named(shell));
    menu->addSeparator();
    const bool own = m_choice.kind == ShellChoice::Kind::Own;
    addChoice(*menu, own ? tr("Command: %1…").arg(m_choice.text) : tr("A command of your own…"),
              own, this, [this] { askCommand(); });
    add(tr("Attach to what the container runs"), {ShellChoice::Kind::Attach, {}});
    menu->popup(global);
}

void ShellContent::askCommand()
{
    if (!m_commandPanel) {
        m_commandPanel = new CommandPanel(m_look, m_surface);
        m_surface->addPanel(*m_commandPanel);
        connect(m_commandPanel, &CommandPanel::accepted, this,
                [this](const QString &command) { run({ShellChoice::Kind::Own, command}); });
    }
    m_commandPanel->ask(m_choice.kind == ShellChoice::Kind::Own ? m_choice.text : QString());
}

/// The container of a pod's spec with this name, or its first.
static QJsonObject containerIn(const QJsonObject &pod, const QString &name)
{
    const auto containers = pod["spec"_L1]["containers"_L1].toArray();
    const auto found = std::ranges::find_if(containers, [&](const QJsonValue &container) {
        return container["name"_L1].toString() == name;
    });
    return found == containers.end() ? containers.at(0).toObject() : (*found).toObject();
}

// A terminal is there only if the container was given one; asking for another is an error:
// kubectl/pkg/cmd/attach/attach.go.
void ShellContent::lookBeforeAttaching()
{
    const kube::ObjectRef pod{{{}, u"v1"_s, u"pods"_s}, m_place.nameSpace, m_place.pod};
    m_client.get(pod).then(
        this, [this, attempt = m_attempt](const kube::Result<QJsonObject> &answer) {
            if (attempt != m_attempt || m_state != State::Connecting)
                return; // the person has moved on
            if (!answer)
                return ended({.error = answer.error()});
            const auto container = containerIn(*answer, m_place.container);
            const bool tty = container["tty"_L1].toBool();
            const bool reads = container["stdin"_L1].toBool();
            m_isRaw = !tty;
            say(reads ? tr("Attached to what the container runs.")
                      : tr("Attached to what the container runs. It reads nothing: you see what it "
                           "prints from now on."));
            openSession({.container = m_place.container,
                         .attach = true,
                         .tty = tty,
                         .standardInput = reads});
        });
}

void ShellContent::askBroadcast()
{
    if (!m_broadcastPanel) {
        m_broadcastPanel = new BroadcastPanel(m_look, m_surface);
        m_surface->addPanel(*m_broadcastPanel);
    }
    std::vector<QPointer<ShellContent>> others;
    std::vector<BroadcastPanel::Choice> choices;
    for (auto *shell : m_desk.shells()) {
        if (shell == this || shell->state() != State::Open)
            continue;
        others.emplace_back(shell);
        choices.push_back({u"%1 (%2)"_s.arg(shell->name(), shell->place().context),
                           m_desk.isProduction(shell->place().context)});
    }
    m_broadcastPanel->disconnect(this);
    connect(m_broadcastPanel, &BroadcastPanel::accepted, this,
            [this, others](const std::vector<size_t> &chosen) {
                std::vector<ShellContent *> members{this};
                for (const auto i : chosen) {
                    if (others[i])
                        members.push_back(others[i]);
                }
                m_desk.startBroadcast(members);
            });
    m_broadcastPanel->ask(choices, m_desk.isProduction(m_place.context));
}

void ShellContent::askTranscript()
{
    if (!m_transcriptPanel) {
        m_transcriptPanel = new TranscriptPanel(m_look, m_surface);
        m_surface->addPanel(*m_transcriptPanel);
        connect(m_transcriptPanel, &TranscriptPanel::accepted, this,
                [this](const QString &path, Transcript::Form form) {
                    const auto problem = startTranscript(path, form);
                    if (!problem.isEmpty())
                        m_transcriptPanel->tell(
                            tr("This file cannot be written (%1): choose another.").arg(problem));
                });
    }
    const auto stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_transcriptPanel->ask(
        (folder.exists() ? folder : QDir::home()).filePath(m_place.pod + u'-' + stamp + u".log"_s));
}

QString ShellContent::startTranscript(const QString &path, Transcript::Form form)
{
    const auto heading = u"# %1, %2, %3\n"_s.arg(
        name(), m_place.context, QDateTime::currentDateTime().toString(Qt::ISODate));
    auto transcript = std::make_unique<Transcript>(
        path, form, form == Transcript::Form::Plain ? heading.toUtf8() : QByteArray());
    if (!transcript->problem().isEmpty())
        return transcript->problem();
    m_transcript = std::move(transcript);
    updateBar();
    return {};
}

void ShellContent::endTranscript()
{
    m_transcript.reset();
    updateBar();
}

} // namespace workspace
