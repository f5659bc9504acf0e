// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfigplaces.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <vector>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr auto ByteOrderMark = "\xef\xbb\xbf";
constexpr size_t DepthLimit = 64;

struct TooDeep
{
};

/// Follows the parser's events along one path.
class PlaceFinder final : public YAML::EventHandler
{
public:
    PlaceFinder(const QString &user, qsizetype offset)
        : m_user(user)
        , m_offset(offset)
    {
    }

    QMap<QString, YamlPlace> found() const { return m_found; }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { scalar(mark, "null", false); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { scalar(mark, {}, false); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                  const std::string &value) override
    {
        scalar(mark, value, true);
    }
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        open(false, false);
    }
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override
    {
        open(true, style == YAML::EmitterStyle::Flow);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

private:
    struct Level
    {
        bool isMap = false;
        bool isFlow = false;
        bool hasKey = false;
        QString key = {};
        YamlPlace place = {};
    };

    void open(bool isMap, bool isFlow)
    {
        if (m_levels.size() >= DepthLimit)
            throw TooDeep();
        m_levels.push_back({.isMap = isMap, .isFlow = isFlow});
        if (path() == "users//"_L1) {
            m_name.clear();
            m_places.clear();
        }
    }

    void close()
    {
        if (path() == "users//"_L1 && m_name == m_user && m_found.isEmpty())
            m_found = m_places;
        m_levels.pop_back();
        if (!m_levels.empty())
            m_levels.back().hasKey = false;
    }

    void scalar(const YAML::Mark &mark, const std::string &value, bool isWritten)
    {
        if (m_levels.empty())
            return;
        auto &level = m_levels.back();
        const auto text = QString::fromStdString(value);
        if (level.isMap && !level.hasKey) {
            level.hasKey = true;
            level.key = text;
            level.place = {
                .key = m_offset + mark.pos, .keyColumn = mark.column, .isFlow = level.isFlow};
            return;
        }
        if (isWritten)
            level.place.value = m_offset + mark.pos;
        const auto here = path();
        if (here == "users//name"_L1)
            m_name = text;
        else if (here.startsWith("users//user/auth-provider/config/"_L1))
            m_places.insert(level.key, level.place);
        level.hasKey = false;
    }

    /// The keys down to here; an item of a list has none.
    QString path() const
    {
        QStringList keys;
        for (const auto &level : m_levels)
            keys.append(level.hasKey ? level.key : QString());
        return keys.join(u'/');
    }

    QString m_user;
    qsizetype m_offset;
    std::vector<Level> m_levels;
    QString m_name;
    QMap<QString, YamlPlace> m_places;
    QMap<QString, YamlPlace> m_found;
};

qsizetype endOfLine(const QByteArray &text, qsizetype from)
{
    const auto end = text.indexOf('\n', from);
    return end < 0 ? text.size() : end;
}

/// Past the lines that are indented deeper than `column`, as the rest of a longer value is.
qsizetype pastDeeperLines(const QByteArray &text, qsizetype end, int column)
{
    auto last = end;
    while (end < text.size()) {
        const auto begin = end + 1;
        auto first = begin;
        while (first < text.size() && text[first] == ' ')
            ++first;
        end = endOfLine(text, first);
        const bool isBlank = text.sliced(first, end - first).trimmed().isEmpty();
        if (!isBlank && (first - begin <= column || text[first] == '#'))
            break;
        if (!isBlank)
            last = end;
    }
    return last;
}

qsizetype endOfQuoted(const QByteArray &text, qsizetype begin)
{
    const char quote = text[begin];
    for (auto i = begin + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || text.mid(i + 1, 1) != "'")
                return i + 1;
            ++i;
        }
    }
    return text.size();
}

qsizetype endOfPlain(const QByteArray &text, qsizetype begin, const YamlPlace &place)
{
    auto end = begin;
    for (; end < text.size() && text[end] != '\n'; ++end) {
        if (text[end] == '#' && end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t'))
            break;
        if (place.isFlow && (text[end] == ',' || text[end] == '}'))
            break;
    }
    if (!place.isFlow && end < text.size() && text[end] == '\n')
        end = pastDeeperLines(text, end, place.keyColumn);
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r'))
        --end;
    return end;
}

} // namespace

QMap<QString, YamlPlace> authProviderPlaces(const QByteArray &text, const QString &user)
{
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        PlaceFinder finder(user, text.startsWith(ByteOrderMark) ? 3 : 0);
        parser.HandleNextDocument(finder);
        return finder.found();
    } catch (const YAML::Exception &) {
        return {};
    } catch (const TooDeep &) {
        return {};
    }
}

std::pair<qsizetype, qsizetype> extentOf(const QByteArray &text, const YamlPlace &place)
{
    if (place.value < 0) { // "key:", "key: null" or "key: ~"
        const bool isQuoted = text.mid(place.key, 1) == "\"" || text.mid(place.key, 1) == "'";
        const auto keyEnd = isQuoted ? endOfQuoted(text, place.key) : place.key;
        const auto colon = std::max(text.indexOf(':', keyEnd), place.key) + 1;
        return {colon, endOfPlain(text, colon, place)};
    }
    switch (text[place.value]) {
    case '"':
    case '\'': return {place.value, endOfQuoted(text, place.value)};
    case '|':
    case '>':
        return {place.value, pastDeeperLines(text, endOfLine(text, place.value), place.keyColumn)};
    default: return {place.value, endOfPlain(text, place.value, place)};
    }
}

} // namespace kube
