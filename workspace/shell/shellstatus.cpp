// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/errortext.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/shell/shellsurface.h"

#include <QApplication>

using namespace Qt::StringLiterals;

// What a ShellContent says about itself, in words and signs.
namespace workspace {

// A shell that has run may also end with 127, after a command that was not found.
static bool isMissing(const kube::ExitStatus &status, bool hasRun)
{
    if (!status.error)
        return !hasRun && (status.code == 126 || status.code == 127);
    const auto &text = status.error->message;
    return text.contains("executable file not found"_L1)
        || (text.contains("exec"_L1) && text.contains("no such file or directory"_L1));
}

QString ShellContent::endText() const
{
    if (m_choice.kind != ShellChoice::Kind::Attach && isMissing(m_exit, m_hasSpoken)) {
        if (m_choice.kind == ShellChoice::Kind::Usual)
            return tr("This container has no shell.");
        return tr("This container has no “%1”: choose something else to run below.")
            .arg(m_choice.command().value(0));
    }
    if (m_exit.error) {
        if (m_exit.error->kind == kube::Error::Kind::Unreachable && m_wasOpen)
            return tr("The connection to the shell was lost.");
        return errorText(*m_exit.error);
    }
    return m_exit.code == 0 ? tr("The shell has ended.")
                            : tr("The shell has ended with exit code %1.").arg(m_exit.code);
}

QString ShellContent::barText() const
{
    if (m_desk.isMember(*this))
        return tr("Typing into %Ln shell(s); Escape ends it.", nullptr,
                  int(m_desk.members().size()));
    switch (m_state) {
    case State::Connecting: return tr("Starting a shell…");
    case State::Ended: return m_exit.error ? endText() : tr("Exit code %1.").arg(m_exit.code);
    case State::Idle:
    case State::Open: break;
    }
    return m_transcript ? tr("Transcript: %1").arg(m_transcript->path().section(u'/', -1))
                        : QString();
}

void ShellContent::updateBar()
{
    if (!m_surface)
        return;
    const bool isMember = m_desk.isMember(*this);
    m_surface->bar().setState({.container = m_containers.size() > 1 ? m_place.container : QString(),
                               .shell = m_choice.name(),
                               .message = barText(),
                               .broadcast = isMember ? int(m_desk.members().size()) : 0,
                               .ended = m_state == State::Ended,
                               .mayBroadcast = m_desk.shells().size() > 1 && m_state == State::Open
                                   && m_surface->tellsAnswers(),
                               .recording = m_transcript != nullptr,
                               .ringing = m_bell.isActive()});
    m_surface->setBroadcasting(isMember);
    QString guard;
    if (m_desk.isProduction(m_place.context))
        guard = tr("%1 is production: each line may be run at once.").arg(m_place.context);
    else if (isMember && m_desk.reachesProduction())
        guard = tr("A shell in production hears what you type: each line may be run at once.");
    m_surface->setGuard(guard);
    if (!m_surface->isVisible())
        Q_EMIT updated();
}

/// Preferences, marks or the broadcast are others now.
void ShellContent::takeDesk()
{
    if (!m_surface)
        return;
    m_surface->setFontPixels(m_desk.preferences().terminalFont);
    updateBar();
}

void ShellContent::ring()
{
    const auto wanted = m_desk.preferences().bell;
    if (wanted == PreferenceValues::Bell::Off)
        return;
    if (wanted == PreferenceValues::Bell::Sound && !m_bell.isActive())
        QApplication::beep();
    m_bell.start();
    updateBar();
}

WindowContent::Freshness ShellContent::freshness() const
{
    switch (m_state) {
    case State::Idle:
    case State::Connecting: return Freshness::Loading;
    case State::Open: return Freshness::Live;
    case State::Ended: return Freshness::Ended;
    }
    Q_UNREACHABLE_RETURN(Freshness::Ended);
}

QString ShellContent::statusText() const
{
    switch (m_state) {
    case State::Idle: return tr("Not started");
    case State::Connecting: return tr("Connecting…");
    case State::Open: return tr("Live");
    case State::Ended: return endText();
    }
    Q_UNREACHABLE_RETURN({});
}

ViewOptions ShellContent::options() const
{
    return {.pod = m_place.pod,
            .container = m_containers.size() > 1 ? m_place.container : QString(),
            .command = m_choice.command(),
            .attached = m_choice.kind == ShellChoice::Kind::Attach};
}

QString ShellContent::name() const
{
    QString name = m_place.nameSpace + u'/' + m_place.pod;
    if (!m_place.container.isEmpty())
        name += u" · "_s + m_place.container;
    return name;
}

QString ShellContent::accessibleText() const
{
    return tr("Shell in %1: %2")
        .arg(m_place.container.isEmpty() ? m_place.pod : m_place.pod + u'/' + m_place.container,
             statusText());
}

} // namespace workspace
