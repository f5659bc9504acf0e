// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/manifest/applysession.h"

#include <QScrollArea>

class QCheckBox;

namespace workspace {

class Look;

/// The fields of one object that others own, each with its owner and a box to take it over.
class ConflictList final : public QScrollArea
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the list.
    explicit ConflictList(Look &look, QWidget *parent = nullptr);

    /// Shows the conflicts of this document of the session; hides itself when there are none.
    void showConflicts(const ApplySession &session, size_t document);
    std::vector<QCheckBox *> boxes() const { return m_boxes; }
    void setZoom(qreal zoom);

Q_SIGNALS:
    /// An empty field: none of them is taken over.
    void chosen(const QString &field, bool takeOver);

private:
    Look &m_look;
    std::vector<QCheckBox *> m_boxes;
    qreal m_zoom = 1;
};

} // namespace workspace
