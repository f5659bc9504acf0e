// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/tablerenderer.h"

#include "kube/demo/store.h"
#include "kube/printers/rowtext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace demo {

QString ageOf(const QJsonValue &time)
{
    return kube::ageText(kube::timeFrom(time), QDateTime::currentDateTimeUtc());
}

TableRenderer::TableRenderer(const Store &store)
    : m_store(store)
{
}

// A simple JSONPath: dots, an index, or a filter on a member's text: .a.b[0].c,
// .conditions[?(@.type=="Ready")].status
static QJsonValue pathValue(const QJsonValue &start, const QString &path)
{
    QJsonValue value = start;
    qsizetype at = 0;
    while (at < path.size() && !value.isUndefined()) {
        if (path[at] == u'.') {
            auto end = at + 1;
            while (end < path.size() && path[end] != u'.' && path[end] != u'[')
                ++end;
            value = value.toObject().value(QStringView(path).sliced(at + 1, end - at - 1));
            at = end;
            continue;
        }
        const auto end = path.indexOf(u']', at);
        if (path[at] != u'[' || end < 0)
            return QJsonValue::Undefined;
        const auto inside = path.sliced(at + 1, end - at - 1);
        const auto list = value.toArray();
        value = QJsonValue::Undefined;
        if (inside.startsWith("?(@."_L1)) {
            const auto key = inside.sliced(4).section("=="_L1, 0, 0).trimmed();
            const auto wanted = inside.section(u'"', 1, 1);
            for (const auto &item : list)
                if (value.isUndefined() && item[key].toString() == wanted)
                    value = item;
        } else {
            value = list.at(inside.toLongLong());
        }
        at = end + 1;
    }
    return value;
}

static QJsonValue customCell(const QJsonValue &value, const QString &type)
{
    if (value.isUndefined() || value.isNull())
        return QJsonValue::Null;
    if (type == "date"_L1)
        return value.isString() ? ageOf(value) : QJsonValue();
    if (type == "string"_L1)
        return value.isString() ? value : QJsonValue();
    if (type == "boolean"_L1)
        return value.isBool() ? value : QJsonValue();
    return value.isDouble() ? value : QJsonValue();
}

TableColumns TableRenderer::customColumns(const kube::ApiResource &resource) const
{
    const kube::GroupVersionResource definitions{u"apiextensions.k8s.io"_s, u"v1"_s,
                                                 u"customresourcedefinitions"_s};
    const auto definition =
        m_store.get({definitions, {}, QString(resource.resource + u'.' + resource.group)});
    if (!definition)
        return {};
    QJsonArray printed;
    for (const auto &version : (*definition)["spec"_L1]["versions"_L1].toArray())
        if (version["name"_L1].toString() == resource.version)
            printed = version["additionalPrinterColumns"_L1].toArray();
    if (printed.isEmpty())
        return {};

    TableColumns table{.columns = {{.name = u"Name"_s}}, .cells = {}};
    for (const auto &column : printed)
        table.columns.push_back({.name = column["name"_L1].toString(),
                                 .type = column["type"_L1].toString(),
                                 .priority = column["priority"_L1].toInt()});
    table.cells = [printed](const QJsonObject &object) {
        QJsonArray cells{object["metadata"_L1]["name"_L1]};
        for (const auto &column : printed)
            cells.append(customCell(pathValue(object, column["jsonPath"_L1].toString()),
                                    column["type"_L1].toString()));
        return cells;
    };
    return table;
}

TableColumns TableRenderer::columnsFor(const kube::ApiResource &resource) const
{
    auto custom = customColumns(resource);
    return custom.cells ? custom : columnsOf(resource.gvr());
}

static QJsonObject partial(const QJsonObject &object)
{
    return {{u"kind"_s, u"PartialObjectMetadata"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, object["metadata"_L1]}};
}

QJsonObject TableRenderer::table(const kube::ApiResource &resource,
                                 const std::vector<QJsonObject> &objects,
                                 const QJsonObject &listMeta, IncludeObject include,
                                 bool withColumns) const
{
    const auto table = columnsFor(resource);
    QJsonArray definitions;
    for (const auto &column : table.columns)
        definitions.append(
            QJsonObject{{u"name"_s, column.name},
                        {u"type"_s, column.type},
                        {u"format"_s, column.name == "Name"_L1 ? u"name"_s : QString()},
                        {u"description"_s, QString()},
                        {u"priority"_s, column.priority}});

    QJsonArray rows;
    for (const auto &object : objects) {
        QJsonObject row{{u"cells"_s, table.cells(object)}};
        const auto phase = object["status"_L1]["phase"_L1].toString();
        if (resource.resource == "pods"_L1 && (phase == "Succeeded"_L1 || phase == "Failed"_L1))
            row.insert("conditions"_L1,
                       QJsonArray{QJsonObject{{u"type"_s, u"Completed"_s},
                                              {u"status"_s, u"True"_s},
                                              {u"reason"_s, phase}}});
        if (include == IncludeObject::Metadata)
            row.insert("object"_L1, partial(object));
        else if (include == IncludeObject::Object)
            row.insert("object"_L1, object);
        rows.append(row);
    }
    return {{u"kind"_s, u"Table"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, listMeta},
            {u"columnDefinitions"_s, withColumns ? QJsonValue(definitions) : QJsonValue::Null},
            {u"rows"_s, rows}};
}

} // namespace demo
