// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

/// What one text of `kubectl describe` says that another text does not.
///
/// Every line of kubectl's is a fact of one or more cells (label and value, or the cells of a table
/// row); it is held when one line of ours has them all, in order. Spacing does not count, times are
/// compared as times. Purely presentational and so no facts:
/// - rules ("----"), the titles of a table's columns, and "Spec", which heads the rest;
/// - <none>, <unset>, <unknown>, <nil> and empty values: we leave the field out;
/// - ages ("3m12s", "10s (x3 over 2m)"): they move while one looks;
/// - the explanation behind a volume's type ("(a volume populated by a Secret)") and the remark
/// that
///   limits may be over 100 percent, and what a quota's scope means ("* Matches all pods …");
/// - "CreationTimestamp" and "Created on", which we call "Created" for every kind;
/// - managed fields, which newer kubectl leaves out;
/// - a job's "Running" pods, which newer kubectl and we call "Active";
/// - kubectl's own errors about an API that this server is too old for ("<error: …>").
struct DescribeFacts
{
    int count = 0; ///< how many facts there were
    QStringList missing = {}; ///< those that are not held

    static DescribeFacts compare(const QString &kubectl, const QString &ours);
};
