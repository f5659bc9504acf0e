// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/forward/forwardbook.h"
#include "workspace/tools/toolpanel.h"
#include "workspace/yard/records.h"

class QComboBox;
class QSpinBox;

namespace kube {
class Cluster;
}

namespace workspace {

class Journal;

/// Asks which port of an object to forward, and to which local port. Stays open with a sentence
/// when the local port is taken, and offers a free one.
class ForwardPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the panel.
    ForwardPanel(ForwardBook &book, Journal &journal, Look &look, QWidget *parent);

    /// `cluster` is borrowed; who destroys it calls dismiss() first. The object is one of those
    /// that canForward() takes.
    void ask(const QString &context, const ObjectId &object, kube::Cluster &cluster);

    QStringList ports() const; ///< that are offered
    void setLocalPort(int port); ///< as if typed

Q_SIGNALS:
    void started(int id); ///< a forward of the book

protected:
    void act() override;
    void dismissed() override { ++m_asked; }

private:
    void offer(const QJsonObject &object);
    void refresh();
    QString port() const;

    ForwardBook &m_book;
    Journal &m_journal;
    QString m_context;
    ObjectId m_object;
    int m_asked = 0; ///< counts questions: answers to an older one mean nothing
    QComboBox *m_port;
    QSpinBox *m_local;
};

} // namespace workspace
