// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/execsession.h"
#include "workspace/shell/shellbar.h"
#include "workspace/shell/shellchoice.h"
#include "workspace/terminal/transcript.h"
#include "workspace/window/contentrows.h"
#include "workspace/window/windowcontent.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace workspace {

class BroadcastPanel;
class CommandPanel;
class Look;
class ShellDesk;
class ShellSurface;
class TranscriptPanel;

/// The container that a shell runs in.
struct ShellPlace
{
    QString context = {}; ///< of the kubeconfig
    QString nameSpace = {};
    QString pod = {};
    QString container = {}; ///< empty: the server's choice

    bool operator==(const ShellPlace &) const = default;
};

/// A shell in a container of a pod.
///
/// The terminal is a real widget while a person works in it (liveWidget()); at other times the
/// window shows a picture of it. It is made, and the shell started, when the window is first
/// painted or worked in. A shell that has ended keeps its text; Enter or the button below starts
/// another. One whose connection was lost while the server was away is started again once, when
/// the server is back.
class ShellContent final : public WindowContent, public ContentRows
{
    Q_OBJECT

public:
    enum class State { Idle, Connecting, Open, Ended };

    /// `client`, `desk` and `look` are borrowed and must outlive the content.
    ShellContent(kube::ApiClient &client, const ShellPlace &place, ShellDesk &desk, Look &look,
                 QObject *parent = nullptr);
    ~ShellContent() override;

    /// The pod's containers; with more than one the window offers the choice.
    void setContainers(const QStringList &containers);
    /// Ends the shell, if any, and starts one in this container.
    void showContainer(const QString &container);
    /// Ends what runs, if anything does, and runs this.
    void run(const ShellChoice &choice);

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;
    ViewOptions options() const override;
    ContentRows *contentRows() override { return this; }
    Kind rowKind() const override { return Kind::Terminal; }
    int rows() const override;
    QString rowText(int row) const override;
    QRectF rowRect(int row) const override;
    void goToRow(int /*row*/) override { }
    QWidget *liveWidget() override;
    void setLiveZoom(qreal zoom) override;
    bool takesAllKeys() const override { return true; }

    State state() const { return m_state; }
    const ShellPlace &place() const { return m_place; }
    const QString &container() const { return m_place.container; }
    const ShellChoice &choice() const { return m_choice; }
    QString name() const; ///< "shop/web · app"
    /// How the last shell ended; meaningful when Ended.
    const kube::ExitStatus &exitStatus() const { return m_exit; }
    /// Types into the shell, if one runs.
    void send(const QByteArray &bytes);
    /// What is printed from now on goes to this file, too. Returns the system's words when it
    /// cannot be written.
    QString startTranscript(const QString &path, Transcript::Form form);
    void endTranscript();
    const Transcript *transcript() const { return m_transcript.get(); }

public Q_SLOTS:
    /// Starts a shell unless one runs.
    void start();

private:
    void makeSurface();
    void connectSurface();
    void connectShell();
    void lookBeforeAttaching();
    void openSession(const kube::ExecOptions &options);
    void opened();
    void ended(const kube::ExitStatus &status);
    void dropSession();
    void restart(const QString &line);
    void reachableChanged();
    void typed(const QByteArray &bytes);
    void printed(const QByteArray &bytes);
    QString endText() const;
    void say(const QString &line);
    void updateBar();
    QString barText() const;
    void setState(State state);
    void outputArrived();
    void takeDesk();
    void ring();

    void pressed(ShellBar::Button button, QPoint global);
    void chooseContainer(QPoint global);
    void chooseShell(QPoint global);
    void askCommand();
    void askBroadcast();
    void askTranscript();

    kube::ApiClient &m_client;
    ShellPlace m_place;
    QStringList m_containers;
    ShellChoice m_choice;
    ShellDesk &m_desk;
    Look &m_look;
    QPointer<ShellSurface> m_surface; ///< owned, but the canvas may have taken it as a child
    CommandPanel *m_commandPanel = nullptr; ///< children of the surface
    TranscriptPanel *m_transcriptPanel = nullptr;
    BroadcastPanel *m_broadcastPanel = nullptr;
    std::unique_ptr<kube::ExecSession> m_session;
    std::unique_ptr<Transcript> m_transcript;
    kube::ExitStatus m_exit;
    QTimer m_refresh; ///< pictures of a busy terminal: ten a second
    QTimer m_bell; ///< until its sign goes
    QSizeF m_size;
    State m_state = State::Idle;
    int m_attempt = 0; ///< an answer to an older question is not this shell's
    bool m_isRaw = false; ///< no terminal on the other side: its lines end with '\n' alone
    bool m_wasOpen = false;
    bool m_wasAway = false; ///< the server was, since the shell was started
    bool m_wasLost = false; ///< the connection was, and no person has done anything about it
    mutable QStringList m_lines; ///< of the terminal, for who hears it
    mutable bool m_linesAreOld = true;
    bool m_hasSpoken = false; ///< the shell has written something
};

} // namespace workspace
