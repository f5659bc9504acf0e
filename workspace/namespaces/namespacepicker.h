// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/namespaces/namespacelist.h"

#include <QLineEdit>
#include <QListView>
#include <QWidget>

#include <memory>

namespace kube {
struct ApiResource;
class ResourceCache;
class Subscription;
} // namespace kube

namespace workspace {

class Look;

/// Asks which namespaces a collection shows: an overlay like Spotlight's, with all that the cluster
/// lists and those that were chosen before. A name that is not listed can be typed, for people
/// who may not list namespaces. Enter takes the row, Space checks several, Escape changes nothing.
class NamespacePicker final : public QWidget
{
    Q_OBJECT

public:
    /// What to choose for, and from.
    struct Question
    {
        QString id = {}; ///< comes back with the answer
        QString title = {};
        QStringList chosen = {}; ///< empty: all namespaces
        QStringList remembered = {};
    };

    /// `look` is borrowed and must outlive the picker.
    explicit NamespacePicker(Look &look, QWidget *parent);
    ~NamespacePicker() override;

    /// Shows the question at once with what is known. `nameSpaces` is the discovery entry of the
    /// kind Namespace; its objects are followed in `cache` while open.
    void ask(const Question &question, kube::ResourceCache &cache,
             const kube::ApiResource &nameSpaces);
    void dismiss();

    NamespaceList &list() { return m_list; }
    QString note() const { return m_note; } ///< why the list is not whole; empty when it is

Q_SIGNALS:
    void chosen(const QString &id, const QStringList &nameSpaces);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void applyLook();
    void keepCurrent();
    void setNote(const QString &note);
    bool key(const QKeyEvent &event);
    void step(int rows);
    void take(int row);
    void toggle(int row);
    void answer(const QStringList &nameSpaces);

    Look &m_look;
    NamespaceList m_list;
    QLineEdit m_input;
    QListView m_view;
    Question m_question;
    std::unique_ptr<kube::Subscription> m_listed;
    QString m_note;
    bool m_several = false; ///< rows were checked: Enter takes these
};

} // namespace workspace
