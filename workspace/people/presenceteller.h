// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/sharedyards.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace workspace {

class MainWindow;
class YardCanvas;

/// Between the canvas and the others: tells them where this person is and what they do, and the
/// canvas who else is there; says who came and went, calmly.
class PresenceTeller final : public QObject
{
    Q_OBJECT

public:
    static constexpr int SettlesMs = 2000; ///< after connecting: who is there is no news
    static constexpr int GathersMs = 1500; ///< who comes and goes within it is one notice

    /// Both are borrowed and must outlive it.
    PresenceTeller(YardConnection &connection, MainWindow &window, QObject *parent = nullptr);

    void setProfile(const OwnProfile &profile);
    void setSummons(int number); ///< 0: none
    int summons() const { return m_presence.summons; }

Q_SIGNALS:
    /// Somebody came or went: a sentence.
    void said(const QString &sentence);

private:
    void tell();
    void tellView();
    void tellPlace();
    void tellDrag();
    void showPeers();
    void noteNames();
    void sayWhoCameAndWent();
    QString krateOf(const QString &windowId) const;

    YardConnection &m_connection;
    MainWindow &m_window;
    YardCanvas &m_canvas;
    Presence m_presence;
    QMap<QString, QString> m_names; ///< of the others that were told of, by their ids
    QTimer m_settle;
    QTimer m_gather;
    bool m_knows = false; ///< who was there when this person came
};

} // namespace workspace
