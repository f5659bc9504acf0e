// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/presence.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace collab {
class Awareness;
}

namespace workspace {

/// Somebody who is in the yard now.
struct Person
{
    quint64 client = 0; ///< which connection; a person with two apps is there twice
    Presence presence = {};
    bool isSelf = false;
    qint64 activeAt = 0; ///< when they did something last, on YardPeople's clock
    qint64 typedAt = 0; ///< when they changed what they look for in Spotlight

    bool operator==(const Person &) const = default;
};

/// Who is in the yard, as the awareness has it: oneself first, then by name. What peers send is
/// read with bounds; of more than MostPeople the rest is only counted. Lives on the GUI thread.
class YardPeople final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostPeople = 200;
    static constexpr qint64 TypingMs = 3000; ///< after a key counts as typing

    explicit YardPeople(QObject *parent = nullptr);

    const std::vector<Person> &all() const { return m_people; }
    const Person *find(quint64 client) const; ///< null when not there; valid until changed()
    const Person *self() const; ///< null while not connected
    int others() const; ///< how many besides oneself, also those that are not in all()
    int uncounted() const { return m_left; } ///< there, but not in all()

    qint64 now() const; ///< the clock of Person, milliseconds
    /// How long somebody has done nothing, milliseconds.
    qint64 idleFor(const Person &person) const;
    bool isTyping(const Person &person) const;

    /// Follows `awareness`, borrowed; null: nobody is there. YardConnection calls it.
    void follow(collab::Awareness *awareness);

Q_SIGNALS:
    void changed(); ///< anything of anybody
    void personChanged(quint64 client); ///< before changed(), for one who was there and still is

private:
    void read(const QList<quint64> &news);
    void take(Person &&person, const Person *before);

    collab::Awareness *m_awareness = nullptr;
    std::vector<Person> m_people;
    QSet<quint64> m_strange; ///< clients that tell nothing of ours
    int m_left = 0;
};

} // namespace workspace
