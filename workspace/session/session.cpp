// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/session/session.h"

#include <QJsonDocument>

namespace workspace {

static bool fits(const QJsonObject &sections)
{
    return QJsonDocument(sections).toJson(QJsonDocument::Compact).size() <= Session::MostBytes;
}

bool Session::setSection(const QString &name, const QJsonObject &value)
{
    if (section(name) == value)
        return true;
    auto sections = m_sections;
    if (value.isEmpty())
        sections.remove(name);
    else
        sections[name] = value;
    if (!fits(sections))
        return false;
    m_sections = sections;
    Q_EMIT changed(name);
    return true;
}

void Session::restore(const QJsonObject &sections)
{
    m_sections = {};
    for (auto it = sections.begin(); it != sections.end(); ++it) {
        if (it->isObject())
            m_sections[it.key()] = *it;
    }
    if (!fits(m_sections))
        m_sections = {};
    Q_EMIT restored();
}

} // namespace workspace
