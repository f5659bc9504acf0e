// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/execsession.h"
#include "workspace/window/contentrows.h"
#include "workspace/window/windowcontent.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace workspace {

class Look;
class ShellSurface;

/// A shell in a container of a pod.
///
/// The terminal is a real widget while a person works in it (liveWidget()); at other times the
/// window shows a picture of it. It is made, and the shell started, when the window is first
/// painted or worked in. A shell that has ended keeps its text; Enter or the button below starts
/// another.
class ShellContent final : public WindowContent, public ContentRows
{
    Q_OBJECT

public:
    enum class State { Idle, Connecting, Open, Ended };

    /// `client` and `look` are borrowed and must outlive the content. An empty `container` leaves
    /// the choice to the server.
    ShellContent(kube::ApiClient &client, const QString &nameSpace, const QString &pod,
                 const QString &container, Look &look, QObject *parent = nullptr);
    ~ShellContent() override;

    /// The pod's containers; with more than one the window offers the choice.
    void setContainers(const QStringList &containers);
    /// Ends the shell, if any, and starts one in this container.
    void showContainer(const QString &container);

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
    const QString &container() const { return m_container; }
    /// How the last shell ended; meaningful when Ended.
    const kube::ExitStatus &exitStatus() const { return m_exit; }

public Q_SLOTS:
    /// Starts a shell unless one runs.
    void start();

private:
    void makeSurface();
    void connectShell();
    void opened();
    void ended(const kube::ExitStatus &status);
    void dropSession();
    QString endText() const;
    void say(const QString &line);
    void updateBar();
    void setState(State state);
    void outputArrived();

    kube::ApiClient &m_client;
    QString m_nameSpace;
    QString m_pod;
    QString m_container;
    QStringList m_containers;
    Look &m_look;
    QPointer<ShellSurface> m_surface; ///< owned, but the canvas may have taken it as a child
    std::unique_ptr<kube::ExecSession> m_session;
    kube::ExitStatus m_exit;
    QTimer m_refresh; ///< pictures of a busy terminal: ten a second
    QSizeF m_size;
    State m_state = State::Idle;
    bool m_wasOpen = false;
    mutable QStringList m_lines; ///< of the terminal, for who hears it
    mutable bool m_linesAreOld = true;
    bool m_hasSpoken = false; ///< the shell has written something
};

} // namespace workspace
