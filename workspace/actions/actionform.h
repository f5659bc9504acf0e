// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actionplan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;

namespace workspace {

class DiffView;
class Look;
class YamlHighlighting;

/// What a person has to choose for an action: a number, labels, images, a revision. Empty for
/// actions that need no more than a yes. Filled with what is so now, of a plan that is ready.
class ActionForm final : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the form.
    ActionForm(const ActionPlan &plan, YamlHighlighting &highlighting, Look &look,
               QWidget *parent = nullptr);

    ActionChoices choices() const;
    /// Why what was chosen cannot be done, as a sentence; empty when it can.
    QString problem() const;
    bool isEmpty() const { return m_empty; }
    QWidget *firstField() const { return m_first; } ///< may be null

Q_SIGNALS:
    void changed();

private:
    struct ImageField
    {
        QString container = {};
        bool isInit = false;
        QString before = {};
        QLineEdit *edit = nullptr;
    };

    void add(const QString &label, QWidget *field);
    void addScale();
    void addGrace();
    void addDelete();
    void addDrain();
    void addMetadata(const QString &field);
    void addImages();
    void addRevisions();
    void showRevision();
    std::vector<kube::MetadataEdit> edits() const;
    std::vector<kube::ImageEdit> images() const;
    std::optional<int> grace() const;

    const ActionPlan &m_plan;
    YamlHighlighting &m_highlighting;
    Look &m_look;
    QFormLayout *m_layout;
    QWidget *m_first = nullptr;
    QSpinBox *m_replicas = nullptr;
    QComboBox *m_propagation = nullptr;
    QCheckBox *m_graceOn = nullptr;
    QSpinBox *m_grace = nullptr;
    QCheckBox *m_force = nullptr;
    QCheckBox *m_emptyDir = nullptr;
    QPlainTextEdit *m_metadata = nullptr;
    QJsonObject m_metadataBefore;
    std::vector<ImageField> m_images;
    QListWidget *m_revisions = nullptr;
    DiffView *m_difference = nullptr;
    bool m_empty = true;
};

/// Reads lines of "key=value", and "key-" for what is to go. Against `before` (what the object has;
/// empty for several objects) only what differs counts, and what is missing goes. `problem` gets a
/// sentence about the first line that is no label.
std::vector<kube::MetadataEdit> metadataEdits(const QString &text, const QJsonObject &before,
                                              bool labels, QString *problem = nullptr);

} // namespace workspace
