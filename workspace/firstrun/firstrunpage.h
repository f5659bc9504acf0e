// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace workspace {

class ClusterSet;
class Look;

/// The first thing that a person sees, and whoever has no context: the contexts that were found and
/// in which file, a kubeconfig to open (also by dropping it here), a relay to sign in at, the demo.
/// It covers its parent while it is shown.
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the page.
    FirstRunPage(ClusterSet &clusters, Look &look, QWidget *parent);

    void open();
    void dismiss();
    void takeKeys(); ///< after something that stood before it
    /// Why a file cannot be used.
    void explain(const QString &problem);
    QString problem() const;

Q_SIGNALS:
    void contextChosen(const QString &context);
    void demoWanted();
    void kubeconfigWanted(const QString &path);
    void fileDialogWanted();
    void relayWanted(); ///< its box gives way to who asks on, until takeKeys()

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void build();
    void refresh();
    void restyle();
    void choose();
    QWidget *makeButtons();

    ClusterSet &m_clusters;
    Look &m_look;
    QWidget *m_box;
    QLabel *m_title;
    QLabel *m_lead;
    QLabel *m_found;
    QListWidget *m_contexts;
    QLabel *m_problem;
    QPushButton *m_use;
    QPushButton *m_file;
    QPushButton *m_relay;
    QPushButton *m_demo;
};

} // namespace workspace
