// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/presence.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr double LargestViewport = 100'000;
constexpr double LowestZoom = 0.01;
constexpr double HighestZoom = 100;

/// A short text of one line, without what could change how the text about it reads.
QString cleaned(const QString &text, qsizetype longest)
{
    QString clean;
    for (const QChar c : text.left(longest * 2)) {
        const auto category = c.category();
        if (c.isSpace())
            clean += u' ';
        else if (category != QChar::Other_Control && category != QChar::Other_Format
                 && category != QChar::Separator_Line && category != QChar::Separator_Paragraph)
            clean += c;
    }
    clean = clean.simplified();
    if (clean.size() > longest) {
        clean.truncate(longest);
        if (clean.back().isHighSurrogate())
            clean.chop(1);
    }
    return clean.trimmed();
}

QString idIn(const QJsonValue &value)
{
    const auto id = value.toString();
    return id.size() <= Presence::LongestId ? id : QString();
}

std::optional<double> numberIn(const QJsonValue &value, double lowest, double highest)
{
    const double number = value.toDouble(std::nan(""));
    if (!std::isfinite(number) || number < lowest || number > highest)
        return std::nullopt;
    return number;
}

std::optional<QPointF> pointIn(const QJsonValue &x, const QJsonValue &y)
{
    const auto px = numberIn(x, -Presence::Furthest, Presence::Furthest);
    const auto py = numberIn(y, -Presence::Furthest, Presence::Furthest);
    if (!px || !py)
        return std::nullopt;
    return QPointF(*px, *py);
}

/// "#rrggbb" or "#rgb".
std::optional<quint32> colorIn(const QString &text)
{
    const bool isShort = text.size() == 4;
    if (!text.startsWith(u'#') || (!isShort && text.size() != 7))
        return std::nullopt;
    bool isNumber = false;
    const auto value = QStringView(text).mid(1).toUInt(&isNumber, 16);
    if (!isNumber)
        return std::nullopt;
    if (!isShort)
        return value;
    const quint32 r = value >> 8 & 15U;
    const quint32 g = value >> 4 & 15U;
    const quint32 b = value & 15U;
    return (r * 17) << 16 | (g * 17) << 8 | b * 17;
}

QStringList idsIn(const QJsonValue &value)
{
    QStringList ids;
    const auto list = value.toArray();
    for (qsizetype i = 0; i < std::min(list.size(), Presence::MostSelected); ++i) {
        const auto id = idIn(list[i]);
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

std::optional<std::array<double, 3>> cameraIn(const QJsonValue &value)
{
    const auto list = value.toArray();
    if (list.size() != 3)
        return std::nullopt;
    const auto at = pointIn(list[0], list[1]);
    const auto zoom = numberIn(list[2], LowestZoom, HighestZoom);
    if (!at || !zoom)
        return std::nullopt;
    return std::array{at->x(), at->y(), *zoom};
}

std::optional<Presence::Drag> dragIn(const QJsonObject &drag)
{
    const auto by = drag.value("by"_L1).toArray();
    const auto way = by.size() == 2 ? pointIn(by[0], by[1]) : std::nullopt;
    const auto krates = idsIn(drag.value("krates"_L1));
    if (!way || krates.isEmpty())
        return std::nullopt;
    return Presence::Drag{.krates = krates, .by = *way};
}

/// Fractions of a unit cannot be seen.
double rounded(double number)
{
    return std::round(number * 10) / 10;
}

} // namespace

QJsonObject Presence::toJson() const
{
    QJsonObject json{
        {u"userId"_s, userId},
        {u"name"_s, name},
        {u"color"_s, u"#%1"_s.arg(color & 0xffffffU, 6, 16, QLatin1Char('0'))},
        {u"cursorPosition"_s, QJsonValue(QJsonValue::Null)},
        {u"activeKrateId"_s, activeKrate.isEmpty() ? QJsonValue() : QJsonValue(activeKrate)},
        {u"spotlightQuery"_s,
         spotlightQuery ? QJsonValue(spotlightQuery->left(LongestQuery)) : QJsonValue()},
        {u"timestamp"_s, double(timestamp)},
    };
    if (cursor)
        json[u"cursorPosition"_s] =
            QJsonObject{{u"x"_s, rounded(cursor->x())}, {u"y"_s, rounded(cursor->y())}};
    if (camera)
        json[u"camera"_s] = QJsonArray{rounded((*camera)[0]), rounded((*camera)[1]),
                                       std::round((*camera)[2] * 1000) / 1000};
    if (!viewport.isEmpty())
        json[u"viewport"_s] =
            QJsonArray{std::round(viewport.width()), std::round(viewport.height())};
    if (!selection.isEmpty())
        json[u"selection"_s] =
            QJsonArray::fromStringList(selection.first(std::min(selection.size(), MostSelected)));
    if (drag)
        json[u"drag"_s] =
            QJsonObject{{u"krates"_s, QJsonArray::fromStringList(drag->krates)},
                        {u"by"_s, QJsonArray{rounded(drag->by.x()), rounded(drag->by.y())}}};
    if (isViewer)
        json[u"viewer"_s] = true;
    if (summons > 0)
        json[u"summons"_s] = summons;
    return json;
}

std::optional<Presence> Presence::read(const QJsonObject &json)
{
    Presence presence;
    presence.userId = idIn(json.value("userId"_L1));
    presence.name = cleanName(json.value("name"_L1).toString());
    if (presence.userId.isEmpty() || presence.name.isEmpty())
        return std::nullopt;
    presence.color = colorIn(json.value("color"_L1).toString()).value_or(colorFor(presence.userId));
    const auto cursor = json.value("cursorPosition"_L1).toObject();
    presence.cursor = pointIn(cursor.value("x"_L1), cursor.value("y"_L1));
    presence.activeKrate = idIn(json.value("activeKrateId"_L1));
    if (const auto query = json.value("spotlightQuery"_L1); query.isString())
        presence.spotlightQuery = cleaned(query.toString(), LongestQuery);
    presence.timestamp = qint64(numberIn(json.value("timestamp"_L1), 0, 1e15).value_or(0));
    presence.camera = cameraIn(json.value("camera"_L1));
    const auto size = json.value("viewport"_L1).toArray();
    const auto width = numberIn(size.at(0), 1, LargestViewport);
    const auto height = numberIn(size.at(1), 1, LargestViewport);
    if (width && height)
        presence.viewport = {*width, *height};
    presence.selection = idsIn(json.value("selection"_L1));
    presence.drag = dragIn(json.value("drag"_L1).toObject());
    presence.isViewer = json.value("viewer"_L1).toBool();
    presence.summons = int(numberIn(json.value("summons"_L1), 0, 1e9).value_or(0));
    return presence;
}

QString Presence::cleanName(const QString &name)
{
    return cleaned(name, LongestName);
}

QString Presence::initials(const QString &name)
{
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    const auto firstOf = [](const QString &word) {
        return word.left(word.front().isHighSurrogate() ? 2 : 1).toUpper();
    };
    if (words.isEmpty())
        return u"?"_s;
    return words.size() == 1 ? firstOf(words.front())
                             : QString(firstOf(words.front()) + firstOf(words.back()));
}

const std::array<quint32, 10> &Presence::colors()
{
    // Told apart in both themes; far from those of health and from the accent, which mean
    // something.
    static constexpr std::array<quint32, 10> list{0xf472b6, 0xa78bfa, 0x60a5fa, 0x34d399, 0xfb923c,
                                                  0xfacc15, 0xc084fc, 0x2dd4bf, 0xf87171, 0xa3e635};
    return list;
}

quint32 Presence::colorFor(const QString &text)
{
    quint32 hash = 2166136261U; // FNV-1a: the same on every machine
    for (const char byte : text.toUtf8())
        hash = (hash ^ quint8(byte)) * 16777619U;
    return colors()[(hash >> 8) % colors().size()];
}

} // namespace workspace
