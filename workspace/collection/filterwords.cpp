// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/filterwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

struct FilterTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Filter)
};

constexpr std::array<QLatin1StringView, 5> Keys{"label"_L1, "name"_L1, "ns"_L1, "re"_L1,
                                                "status"_L1};

class Scanner
{
public:
    explicit Scanner(const QString &typed)
        : m_typed(typed)
    {
    }

    std::vector<FilterWord> scan()
    {
        std::vector<FilterWord> words;
        while (skipSpaces())
            words.push_back(next());
        return words;
    }

private:
    bool skipSpaces()
    {
        while (m_at < m_typed.size() && m_typed[m_at].isSpace())
            ++m_at;
        return m_at < m_typed.size();
    }
    bool takes(QChar c)
    {
        if (m_at >= m_typed.size() || m_typed[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    FilterWord next()
    {
        FilterWord word{.isNegative = takes(u'-')};
        const auto rest = QStringView(m_typed).sliced(m_at);
        const auto colon = rest.indexOf(u':');
        auto key = rest.left(qMax<qsizetype>(0, colon)).toString().toLower();
        if (key == "namespace"_L1)
            key = u"ns"_s;
        const auto length = colon + 1;
        if (std::ranges::any_of(Keys, [&key](auto known) { return key == known; })) {
            word.key = key;
            m_at += length;
        }
        word.value = word.key == "re"_L1 && takes(u'/') ? expression() : text();
        return word;
    }
    /// To the next slash that no backslash stands before; that slash keeps none.
    QString expression()
    {
        QString result;
        for (; m_at < m_typed.size() && m_typed[m_at] != u'/'; ++m_at) {
            if (m_typed[m_at] == u'\\' && m_at + 1 < m_typed.size()) {
                if (m_typed[m_at + 1] != u'/')
                    result += m_typed[m_at];
                ++m_at;
            }
            result += m_typed[m_at];
        }
        takes(u'/');
        return result;
    }
    QString text()
    {
        const bool isQuoted = takes(u'"');
        const auto begin = m_at;
        while (m_at < m_typed.size()
               && (isQuoted ? m_typed[m_at] != u'"' : !m_typed[m_at].isSpace()))
            ++m_at;
        const auto result = m_typed.sliced(begin, m_at - begin);
        if (isQuoted)
            takes(u'"');
        return result;
    }

    const QString &m_typed;
    qsizetype m_at = 0;
};

} // namespace

std::vector<FilterWord> filterWords(const QString &typed)
{
    return Scanner(typed).scan();
}

bool namesHealth(QByteArrayView word, kube::Health health)
{
    using kube::Health;
    static constexpr std::array<std::pair<const char *, Health>, 18> Names{{
        {"failed", Health::Error},
        {"failing", Health::Error},
        {"error", Health::Error},
        {"broken", Health::Error},
        {"warning", Health::Warning},
        {"degraded", Health::Warning},
        {"pending", Health::Pending},
        {"progressing", Health::Pending},
        {"starting", Health::Pending},
        {"ok", Health::Ok},
        {"ready", Health::Ok},
        {"healthy", Health::Ok},
        {"good", Health::Ok},
        {"unknown", Health::Unknown},
        {"done", Health::Done},
        {"finished", Health::Done},
        {"completed", Health::Done},
        {"succeeded", Health::Done},
    }};
    if (word.size() < 2)
        return false;
    return std::ranges::any_of(Names, [&](const auto &name) {
        return name.second == health && QByteArrayView(name.first).startsWith(word);
    });
}

QString completedKey(const QString &begun)
{
    QString found;
    if (begun.isEmpty())
        return found;
    for (const auto key : Keys) {
        if (!key.startsWith(begun))
            continue;
        if (!found.isEmpty())
            return {};
        found = QString(key) + u':';
    }
    return found;
}

QString filterProblem(FilterProblem problem)
{
    switch (problem) {
    case FilterProblem::Invalid: return FilterTr::tr("The expression is not complete");
    case FilterProblem::TooSlow: return FilterTr::tr("The expression takes too long");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
