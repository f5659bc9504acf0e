// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/yardpeople.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace workspace {

class Look;
class YardConnection;

/// In the top bar: how it is with the relay, whether this person may only look, who is there, and
/// the button of the drawer. Of a yard that is not shared it shows nothing.
class PeopleBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MostAvatars = 5; ///< the others are a number

    /// Both are borrowed and must outlive the bar.
    PeopleBar(YardConnection &connection, Look &look, QWidget *parent = nullptr);

    QString words() const { return m_words; } ///< what the pill says

Q_SIGNALS:
    void personChosen(quint64 client); ///< fly there
    void drawerWanted();
    void retryWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshStatus();
    void refreshPeople();
    void addAvatar(const Person &person);
    QToolButton *addRound(const QString &name);
    void restyle();
    void paintPill(QWidget &pill) const;

    YardConnection &m_connection;
    Look &m_look;
    QHBoxLayout *m_faces;
    QToolButton *m_pill;
    QLabel *m_viewer;
    QToolButton *m_drawer;
    QString m_words;
    std::vector<Person> m_shown; ///< what the avatars are of
    QDeadlineTimer m_nextTry;
    QTimer m_count; ///< the seconds until then
    QVariantAnimation m_pulse; ///< once, when it is live again
};

} // namespace workspace
