// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/textdocument.h"

#include <QStringList>

#include <vector>

namespace workspace {

/// One value of a description, perhaps with a link to the object that it names.
struct DescribedValue
{
    QString text = {};
    TextTone tone = TextTone::Plain;
    ObjectId link = {}; ///< no link when its kind is empty

    bool operator==(const DescribedValue &) const = default;
};

/// "Label: value", indented by `depth`. More values stand below the first; a field without values
/// heads those that follow deeper.
struct DescribedField
{
    int depth = 0;
    QString label = {};
    std::vector<DescribedValue> values = {};
};

/// A part of a description: fields, then a table.
struct DescribedSection
{
    QString heading = {};
    std::vector<DescribedField> fields = {};
    QStringList columns = {};
    std::vector<std::vector<DescribedValue>> rows = {};
};

/// What `kubectl describe` tells about an object: the head, conditions, details, events.
struct Description
{
    std::vector<DescribedSection> sections = {};

    /// The section with this heading; nullptr when there is none.
    const DescribedSection *section(QStringView heading) const;
    /// The first field with this label, in any section; nullptr when there is none.
    const DescribedField *field(QStringView label) const;
};

/// Lays a description out as text: labels aligned, tables in columns, links as targets.
TextDocument toText(const Description &description);

} // namespace workspace
