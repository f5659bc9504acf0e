// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/apimachinery/jsonpath.h"
#include "kube/printers/crdcolumns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// A template, a line break and a document: printed within the bounds, or refused with a reason.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size).toByteArray();
    const auto end = bytes.indexOf('\n');
    const auto path = QString::fromUtf8(bytes.first(end < 0 ? bytes.size() : end));
    const auto json = QJsonDocument::fromJson(end < 0 ? QByteArray("{}") : bytes.sliced(end + 1));
    const QJsonValue document =
        json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    const auto parsed = kube::JsonPath::parse(path);
    fuzz::require(parsed || !parsed.error().message.isEmpty(), "a refusal has a reason");
    if (parsed) {
        using enum kube::JsonPath::Numbers;
        for (const auto &options : {kube::JsonPath::Options{false, AllFloats},
                                    kube::JsonPath::Options{true, WholeIntegers}}) {
            const auto text = parsed->print(document, options);
            fuzz::require(text || !text.error().message.isEmpty(), "so has a failure");
        }
    }
    const auto column = kube::CrdColumn::from({{u"type"_s, u"string"_s}, {u"jsonPath"_s, path}});
    const auto cell = column.cell(document.toObject(), QDateTime::fromSecsSinceEpoch(0));
    fuzz::require(cell.isNull() || cell.isString(), "a text column holds texts");
    return 0;
}
