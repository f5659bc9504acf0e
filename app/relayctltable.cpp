// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relayctltable.h"

#include <QDateTime>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {
namespace {

QString harmless(QString text)
{
    for (auto &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u'?';
    }
    return text;
}

QString cellOf(const QJsonValue &value, Column::Kind kind)
{
    if (value.isUndefined() || value.isNull())
        return u"-"_s;
    switch (kind) {
    case Column::Kind::Text: break;
    case Column::Kind::Bytes:
        return QLocale::c().formattedDataSize(value.toInteger(), 1, QLocale::DataSizeIecFormat);
    case Column::Kind::Time:
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs)
            .toLocalTime()
            .toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case Column::Kind::Flag: return value.toBool() ? u"yes"_s : u"no"_s;
    }
    if (value.isDouble())
        return QString::number(value.toInteger());
    const auto text = harmless(value.toString());
    return text.isEmpty() ? u"-"_s : text;
}

} // namespace

QString tableOf(const QJsonArray &rows, const std::vector<Column> &columns)
{
    std::vector<QStringList> lines(1);
    for (const auto &column : columns)
        lines.front().append(column.title);
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto &column : columns)
            cells.append(cellOf(row.toObject().value(column.key), column.kind));
        lines.push_back(cells);
    }
    QString text;
    std::vector<qsizetype> widths(columns.size());
    for (const auto &cells : lines) {
        for (size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], cells[qsizetype(i)].size());
    }
    for (const auto &cells : lines) {
        QString line;
        for (size_t i = 0; i < widths.size(); ++i)
            line += cells[qsizetype(i)].leftJustified(widths[i] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace app
