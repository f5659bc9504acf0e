// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/copy/copypanel.h"

#include "kube/cluster.h"
#include "workspace/clusters/podfinder.h"
#include "workspace/copy/copytext.h"
#include "workspace/errortext.h"
#include "workspace/tools/toolentries.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

using Way = kube::CopySpec::Way;

CopyPanel::CopyPanel(Journal &journal, Look &look, QWidget *parent)
    : ToolPanel(look, tr("Copy"), parent)
    , m_journal(journal)
    , m_container(new QComboBox)
    , m_local(new QLineEdit)
    , m_remote(new QLineEdit)
    , m_progress(new QProgressBar)
{
    m_container->setAccessibleName(tr("Container"));
    m_local->setAccessibleName(tr("On this computer"));
    m_remote->setAccessibleName(tr("In the container"));
    m_remote->setPlaceholderText(u"/tmp/"_s);
    auto *browse = new QPushButton(tr("Choose…"));
    auto *local = new QHBoxLayout;
    local->addWidget(m_local, 1);
    local->addWidget(browse);
    form().addRow(tr("Container"), m_container);
    form().addRow(tr("In the container"), m_remote);
    form().addRow(tr("On this computer"), local);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    column().insertWidget(2, m_progress);
    connect(browse, &QPushButton::clicked, this, &CopyPanel::choose);
    connect(m_local, &QLineEdit::textChanged, this, &CopyPanel::refresh);
    connect(m_remote, &QLineEdit::textChanged, this, &CopyPanel::refresh);
}

CopyPanel::~CopyPanel() = default;

void CopyPanel::ask(const QString &context, const ObjectId &object, Way way, kube::Cluster &cluster)
{
    dismiss();
    m_cluster = &cluster;
    m_context = context;
    m_spec = {.way = way};
    const int asked = ++m_asked;
    m_container->clear();
    m_remote->clear();
    m_local->setText(way == Way::FromContainer ? QString(QDir::homePath() + u'/') : QString());
    m_progress->hide();
    actButton().show();
    refresh();
    const auto title =
        way == Way::ToContainer ? tr("Copy to %1 %2 in %3") : tr("Copy from %1 %2 in %3");
    open(title.arg(object.kind, object.name, context), *m_remote);
    say(tr("Looking for the pod…"));
    findPod(cluster, object).then(this, [this, asked](const kube::Result<FoundPod> &found) {
        if (asked != m_asked)
            return;
        if (!found)
            return say(errorText(found.error()), Tone::Error);
        m_spec.nameSpace = found->nameSpace;
        m_spec.pod = found->name;
        if (m_cluster)
            review(m_cluster->access(), {rightToStream(u"exec"_s, found->nameSpace, found->name)});
        m_container->addItems(found->containers);
        say(tr("Pod %1. A folder is copied with everything in it.").arg(found->name));
        refresh();
    });
}

void CopyPanel::setPaths(const QString &local, const QString &remote)
{
    m_local->setText(local);
    m_remote->setText(remote);
}

bool CopyPanel::isReady() const
{
    return !m_spec.pod.isEmpty();
}

void CopyPanel::refresh()
{
    setReady(isReady() && !m_local->text().isEmpty() && !m_remote->text().isEmpty() && !m_copy);
    for (auto *field : std::initializer_list<QWidget *>{m_container, m_local, m_remote})
        field->setEnabled(!m_copy);
}

/// Not modal by an event loop: the answer comes as a signal.
void CopyPanel::choose()
{
    auto *dialog = new QFileDialog(this, tr("On this computer"), m_local->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_spec.way == Way::ToContainer ? QFileDialog::ExistingFile
                                                       : QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_local, &QLineEdit::setText);
    dialog->open();
}

void CopyPanel::act()
{
    if (!m_cluster || m_copy || !isReady())
        return;
    m_spec.container = m_container->currentText();
    m_spec.localPath = m_local->text();
    m_spec.remotePath = m_remote->text();
    m_copy = std::make_unique<kube::ContainerCopy>(m_cluster->client(), m_spec);
    connect(m_copy.get(), &kube::ContainerCopy::progressed, this, &CopyPanel::measure);
    connect(m_copy.get(), &kube::ContainerCopy::finished, this, &CopyPanel::ended);
    m_since.start();
    m_progress->setRange(0, 0);
    m_progress->show();
    backButton().setText(tr("Stop"));
    refresh();
    say(tr("Copying…"));
    m_copy->start();
}

void CopyPanel::measure()
{
    if (!m_copy || m_copy->isFinished())
        return;
    const auto elapsed = qMax<qint64>(m_since.elapsed(), 1);
    if (m_copy->total() > 0) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(int(qMin<qint64>(1000, m_copy->done() * 1000 / m_copy->total())));
    }
    say(copyProgressText(*m_copy, m_copy->done() * 1000 / elapsed));
}

void CopyPanel::ended(const std::optional<kube::Error> &error)
{
    QString text;
    if (error) {
        text = copyProblemText(*error);
    } else {
        text = tr("%Ln files copied", nullptr, m_copy->files()) + u": "_s
            + copyProgressText(*m_copy, 0);
        if (const auto skipped = m_copy->skipped(); !skipped.isEmpty())
            text += u'\n' + tr("Left out: %1").arg(skipped.join(u", "_s));
    }
    m_journal.add(copyEntry(m_context, m_spec, error ? text : QString()));
    m_copy.release()->deleteLater(); // this runs inside one of its signals
    m_progress->hide();
    backButton().setText(tr("Close"));
    refresh();
    say(text, error ? Tone::Error : Tone::Quiet);
}

void CopyPanel::back()
{
    if (m_copy)
        m_copy->cancel();
    else
        dismiss();
}

void CopyPanel::dismissed()
{
    ++m_asked;
    if (m_copy) {
        m_copy->disconnect(this);
        m_copy->cancel();
        m_copy.reset();
    }
    backButton().setText(tr("Cancel"));
    m_spec = {};
    m_cluster = nullptr;
}

} // namespace workspace
