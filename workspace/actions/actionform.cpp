// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actionform.h"

#include "workspace/look/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr QLatin1StringView LastApplied("kubectl.kubernetes.io/last-applied-configuration");
static constexpr int MostReplicas = 100'000;
static constexpr int LongestGrace = 86'400; ///< seconds

ActionForm::ActionForm(const ActionPlan &plan, YamlHighlighting &highlighting, Look &look,
                       QWidget *parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_highlighting(highlighting)
    , m_look(look)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(8);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    switch (plan.action()) {
    case Action::Scale: addScale(); break;
    case Action::Delete: addDelete(); break;
    case Action::Drain: addDrain(); break;
    case Action::Evict: addGrace(); break;
    case Action::Label: addMetadata(u"labels"_s); break;
    case Action::Annotate: addMetadata(u"annotations"_s); break;
    case Action::SetImage: addImages(); break;
    case Action::Undo: addRevisions(); break;
    case Action::Restart:
    case Action::Pause:
    case Action::Resume:
    case Action::Trigger:
    case Action::Suspend:
    case Action::Unsuspend:
    case Action::Cordon:
    case Action::Uncordon: break;
    }
}

void ActionForm::add(const QString &label, QWidget *field)
{
    field->setAccessibleName(label);
    if (label.isEmpty())
        m_layout->addRow(field);
    else
        m_layout->addRow(label, field);
    if (!m_first)
        m_first = field;
    m_empty = false;
}

/// The objects that can be changed, or none.
static const ActionObject *onlyReady(const ActionPlan &plan)
{
    const auto found =
        std::ranges::find(plan.objects(), ActionObject::State::Ready, &ActionObject::state);
    return found == plan.objects().end() ? nullptr : &*found;
}

void ActionForm::addScale()
{
    m_replicas = new QSpinBox;
    m_replicas->setRange(0, MostReplicas);
    if (const auto *object = onlyReady(m_plan))
        m_replicas->setValue(object->object["spec"_L1]["replicas"_L1].toInt(1));
    m_replicas->selectAll();
    connect(m_replicas, &QSpinBox::valueChanged, this, &ActionForm::changed);
    add(tr("Replicas"), m_replicas);
}

void ActionForm::addGrace()
{
    m_graceOn = new QCheckBox(tr("Own grace period, in seconds:"));
    m_grace = new QSpinBox;
    m_grace->setRange(0, LongestGrace);
    m_grace->setValue(30);
    m_grace->setEnabled(false);
    connect(m_graceOn, &QCheckBox::toggled, m_grace, &QWidget::setEnabled);
    connect(m_graceOn, &QCheckBox::toggled, this, &ActionForm::changed);
    connect(m_grace, &QSpinBox::valueChanged, this, &ActionForm::changed);
    m_grace->setAccessibleName(tr("Grace period in seconds"));
    m_layout->addRow(m_graceOn, m_grace);
    if (!m_first)
        m_first = m_graceOn;
    m_empty = false;
}

void ActionForm::addDelete()
{
    const auto *object = onlyReady(m_plan);
    const bool isPod = object && object->target.resource.kind == "Pod"_L1;
    m_propagation = new QComboBox;
    m_propagation->addItem(tr("goes too, in the background"), int(kube::Propagation::Background));
    m_propagation->addItem(tr("goes first"), int(kube::Propagation::Foreground));
    m_propagation->addItem(tr("stays, without an owner"), int(kube::Propagation::Orphan));
    connect(m_propagation, &QComboBox::currentIndexChanged, this, &ActionForm::changed);
    if (isPod) {
        addGrace();
        m_force = new QCheckBox(tr("Force: forget it at once, even if its node is gone"));
        connect(m_force, &QCheckBox::toggled, this, &ActionForm::changed);
        add({}, m_force);
        m_propagation->setParent(this);
        m_propagation->hide();
    } else {
        add(tr("What it owns"), m_propagation);
    }
}

void ActionForm::addDrain()
{
    m_emptyDir = new QCheckBox(tr("Also pods with local data (emptyDir): it is lost"));
    m_force = new QCheckBox(tr("Also pods that nothing will start again"));
    for (auto *box : {m_emptyDir, m_force}) {
        connect(box, &QCheckBox::toggled, this, &ActionForm::changed);
        add({}, box);
    }
    addGrace();
}

void ActionForm::addMetadata(const QString &field)
{
    m_metadata = new QPlainTextEdit;
    m_metadata->setProperty("role", u"mono"_s);
    m_metadata->setTabChangesFocus(true);
    m_metadata->setMaximumHeight(150);
    m_metadata->setPlaceholderText(tr("key=value, a line each; key- takes it away"));
    if (m_plan.objects().size() == 1) {
        m_metadataBefore = m_plan.objects().front().object["metadata"_L1][field].toObject();
        QStringList lines;
        for (auto it = m_metadataBefore.begin(); it != m_metadataBefore.end();) {
            const auto value = it->toString();
            // Of many lines it would not come back as it was; what kubectl keeps of a manifest is
            // nobody's to edit, and of a Secret it holds the values. Both are left alone.
            if (value.contains(u'\n') || it.key() == LastApplied) {
                it = m_metadataBefore.erase(it);
                continue;
            }
            lines.append(it.key() + u'=' + value);
            ++it;
        }
        m_metadata->setPlainText(lines.join(u'\n'));
    }
    connect(m_metadata, &QPlainTextEdit::textChanged, this, &ActionForm::changed);
    add({}, m_metadata);
    m_metadata->setAccessibleName(field == "labels"_L1 ? tr("Labels") : tr("Annotations"));
}

void ActionForm::addImages()
{
    for (const auto &object : m_plan.objects()) {
        const auto spec = kube::podSpecOf(object.object);
        for (const bool init : {true, false}) {
            for (const auto &container :
                 spec.value(init ? "initContainers"_L1 : "containers"_L1).toArray()) {
                const auto name = container["name"_L1].toString();
                const bool known = std::ranges::any_of(m_images, [&](const ImageField &field) {
                    return field.container == name && field.isInit == init;
                });
                if (known)
                    continue;
                auto *edit = new QLineEdit(container["image"_L1].toString());
                connect(edit, &QLineEdit::textChanged, this, &ActionForm::changed);
                m_images.push_back({name, init, edit->text(), edit});
                add(init ? tr("%1 (init)").arg(name) : name, edit);
            }
        }
    }
}

std::optional<int> ActionForm::grace() const
{
    return m_graceOn && m_graceOn->isChecked() ? std::optional(m_grace->value()) : std::nullopt;
}

std::vector<kube::MetadataEdit> ActionForm::edits() const
{
    return m_metadata ? metadataEdits(m_metadata->toPlainText(), m_metadataBefore,
                                      m_plan.action() == Action::Label)
                      : std::vector<kube::MetadataEdit>();
}

std::vector<kube::ImageEdit> ActionForm::images() const
{
    std::vector<kube::ImageEdit> edits;
    for (const auto &field : m_images) {
        if (const auto image = field.edit->text().trimmed(); image != field.before)
            edits.push_back({field.container, image, field.isInit});
    }
    return edits;
}

ActionChoices ActionForm::choices() const
{
    ActionChoices choices{.edits = edits(), .images = images()};
    if (m_replicas)
        choices.replicas = m_replicas->value();
    if (m_propagation)
        choices.deletion.propagation = kube::Propagation(m_propagation->currentData().toInt());
    choices.deletion.graceSeconds = grace();
    choices.deletion.force = m_force && m_force->isChecked();
    choices.drain = {.deleteEmptyDirData = m_emptyDir && m_emptyDir->isChecked(),
                     .force = m_force && m_force->isChecked(),
                     .graceSeconds = grace()};
    if (m_revisions && m_revisions->currentItem())
        choices.revision = m_revisions->currentItem()->data(Qt::UserRole).toLongLong();
    return choices;
}

QString ActionForm::problem() const
{
    if (m_metadata) {
        QString problem;
        const auto edits = metadataEdits(m_metadata->toPlainText(), m_metadataBefore,
                                         m_plan.action() == Action::Label, &problem);
        return problem.isEmpty() && edits.empty() ? tr("Nothing is changed yet.") : problem;
    }
    if (m_plan.action() == Action::SetImage) {
        const auto edits = images();
        if (edits.empty())
            return tr("Nothing is changed yet.");
        const bool empty = std::ranges::any_of(
            edits, [](const kube::ImageEdit &edit) { return edit.image.isEmpty(); });
        return empty ? tr("An image needs a name.") : QString();
    }
    if (m_plan.action() == Action::Undo) {
        if (m_plan.objects().front().object["spec"_L1]["paused"_L1].toBool())
            return tr("The rollout is paused: resume it first.");
        const auto chosen = choices().revision;
        const auto found = std::ranges::find(m_plan.revisions(), chosen, &kube::Revision::number);
        if (found == m_plan.revisions().end())
            return tr("There is no earlier revision to go back to.");
        return found->isCurrent ? tr("This is the revision in use.") : QString();
    }
    return {};
}

} // namespace workspace
