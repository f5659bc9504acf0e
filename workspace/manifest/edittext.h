// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editortypes.h"

#include <QHash>
#include <QJsonObject>

#include <vector>

namespace workspace {

/// An object as a text to be edited: without what the server alone writes, and with a Secret's
/// values left out and kept apart.
struct EditText
{
    QString text = {};
    std::vector<EditorMask> masks = {}; ///< "data.password"
    QHash<QString, QString> values = {}; ///< by mask: as they would stand in the text
};

EditText editTextOf(const QJsonObject &object);

/// Two states of an object as texts to be compared. What only the server writes is left out. Of a
/// Secret only dots are shown; a value that differs says so behind them.
struct DiffTexts
{
    QString before = {};
    QString after = {};
};

DiffTexts diffTextsOf(const QJsonObject &before, const QJsonObject &after);

} // namespace workspace
