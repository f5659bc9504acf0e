// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yarddoc/yardsql.h"

#include <QStringList>

namespace workspace {

/// What came of a file of JSON.
struct Migration
{
    bool done = false; ///< the yard is in SQLite, the file of JSON is kept as "….old"
    QStringList problems = {};
};

/// Makes a yard in SQLite of one in JSON (YardFile), once: whatever happens in between, the next
/// try goes on from there. `name` is for a yard that has none. Krates keep the names of their
/// contexts beside the document, where they stay this person's.
Migration migrated(const QString &json, const QString &path, const QString &name);

/// The same yard as another one: no two on any machine share an id. What cannot be shown here is
/// not in the copy, nor are comments that make no sense.
YardSql::Content withNewIds(const YardSql::Content &content);

} // namespace workspace
