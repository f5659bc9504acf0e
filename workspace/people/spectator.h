// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/camera.h"
#include "workspace/sharing/yardpeople.h"

#include <QHash>
#include <QPointer>

class QLabel;
class QToolButton;

namespace workspace {

class Look;
class MainWindow;
class PresenceTeller;
class YardConnection;

/// Sees the yard through somebody else's camera, until Escape or until this person moves it; and
/// brings everybody to where this person is. Who is called comes, and can stay where they were.
class Spectator final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive it.
    Spectator(YardConnection &connection, PresenceTeller &teller, MainWindow &window, Look &look,
              QObject *parent = nullptr);
    ~Spectator() override;

    quint64 followed() const { return m_followed; } ///< 0: nobody
    void follow(quint64 client);
    void stop();
    /// Flies once to where somebody is.
    void flyTo(quint64 client);

    bool maySummon() const; ///< a viewer may not
    bool isSummoning() const;
    void setSummoning(bool on);

    /// What is to be seen for the same as somebody sees; nothing when they do not tell.
    std::optional<CameraView> viewOf(const Person &person) const;

Q_SIGNALS:
    void changed(); ///< followed() or isSummoning()

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void peopleChanged();
    void go();
    void answerSummons(const Person &person);
    void endSummons();
    void showBar();
    void placeBar();

    YardConnection &m_connection;
    PresenceTeller &m_teller;
    MainWindow &m_window;
    Look &m_look;
    quint64 m_followed = 0;
    quint64 m_summoner = 0; ///< who called this person; 0: nobody
    QString m_notice; ///< that says so
    QHash<quint64, int> m_answered; ///< the last summons of each
    CameraView m_asked; ///< where the canvas was told to go
    CameraView m_before; ///< where this person was when they were called
    int m_summons = 0; ///< of one's own
    bool m_isGoing = false;
    QPointer<QWidget> m_bar; ///< the canvas's
    QLabel *m_words;
    QToolButton *m_stop;
};

} // namespace workspace
