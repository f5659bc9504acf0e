// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/forward/forwardbook.h"
#include "workspace/yard/records.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace kube {
class Cluster;
}

namespace workspace {

class Look;

/// Asks which port of an object to forward, and to which local port: an overlay over the canvas.
/// Stays open with a sentence when the local port is taken, and offers a free one. GUI thread only.
class ForwardPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the panel.
    ForwardPanel(ForwardBook &book, Look &look, QWidget *parent);

    /// `cluster` is borrowed; who destroys it calls dismiss() first. The object is one of those that
    /// canForward() takes.
    void ask(const QString &context, const ObjectId &object, kube::Cluster &cluster);
    void dismiss();

Q_SIGNALS:
    void started(int id); ///< a forward of the book
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void applyLook();
    void place();
    void offer(const QJsonObject &object);
    void refresh();
    void act();
    QString port() const;

    ForwardBook &m_book;
    Look &m_look;
    QString m_context;
    ObjectId m_object;
    int m_asked = 0; ///< counts questions: answers to an older one mean nothing
    QLabel *m_title;
    QComboBox *m_port;
    QSpinBox *m_local;
    QLabel *m_note;
    QPushButton *m_cancel;
    QPushButton *m_act;
};

} // namespace workspace
