// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/tablerenderer.h"

#include "kube/demo/store.h"
#include "kube/printers/crdcolumns.h"
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

TableColumns TableRenderer::customColumns(const kube::ApiResource &resource) const
{
    const kube::GroupVersionResource definitions{u"apiextensions.k8s.io"_s, u"v1"_s,
                                                 u"customresourcedefinitions"_s};
    const auto definition =
        m_store.get({definitions, {}, QString(resource.resource + u'.' + resource.group)});
    if (!definition)
        return {};
    const auto printed = kube::crdColumns(*definition, resource.version);
    TableColumns table{.columns = {{.name = u"Name"_s}}, .cells = {}};
    for (const auto &column : printed)
        table.columns.push_back(
            {.name = column.name, .type = column.type, .priority = column.priority});
    table.cells = [printed](const QJsonObject &object) {
        QJsonArray cells{object["metadata"_L1]["name"_L1]};
        for (const auto &column : printed)
            cells.append(column.cell(object, QDateTime::currentDateTimeUtc()));
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
