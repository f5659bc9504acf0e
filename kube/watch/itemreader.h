// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/packeditem.h"

#include <simdjson.h>

#include <string>
#include <vector>

namespace kube {

/// Takes out of JSON that is being walked through what a PackedItem is made of. Private to
/// ItemDecoder. The views hold until the parser is used again, as long as the text does. What is
/// not as the API promises throws simdjson_error. Keys are compared as they are written: no server
/// writes those it means with escapes.
class ItemReader
{
public:
    static constexpr size_t MostCells = 256;

    /// `hasEscapes`: whether there is a backslash anywhere in the text. `annotations` are the keys
    /// of those that are read, too; borrowed.
    ItemReader(ItemParts &parts, bool hasEscapes, const std::vector<std::string> &annotations)
        : m_parts(parts)
        , m_hasEscapes(hasEscapes)
        , m_annotations(annotations)
    {
    }

    void readMeta(simdjson::ondemand::object object);
    void readRow(simdjson::ondemand::object object);
    /// A string's text: most are a view into the JSON itself.
    std::string_view textIn(simdjson::ondemand::value &value) const;
    static bool isNull(simdjson::ondemand::value &value)
    {
        return value.raw_json_token().starts_with('n') && value.is_null();
    }

    /// Seconds since the epoch of an RFC 3339 time, as metav1.Time writes it; 0 for anything else.
    static qint64 secondsIn(std::string_view time);

private:
    ItemParts::Owner ownerIn(simdjson::ondemand::object object) const;
    void readLabels(simdjson::ondemand::object object);
    void readAnnotations(simdjson::ondemand::object object);
    std::string_view cellIn(simdjson::ondemand::value value) const;

    ItemParts &m_parts;
    bool m_hasEscapes;
    const std::vector<std::string> &m_annotations;
};

} // namespace kube
