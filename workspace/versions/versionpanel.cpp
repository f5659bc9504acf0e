// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/versions/versionpanel.h"

#include "workspace/comments/mentions.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 900;
static constexpr int ListWidth = 320;
static constexpr int RowHeight = 48;
static constexpr QSize PictureSize{500, 270};

QString titleOf(const YardVersion &version)
{
    const auto name = version.name.simplified();
    if (!name.isEmpty())
        return name;
    return version.isAutomatic ? VersionPanel::tr("Kept automatically")
                               : VersionPanel::tr("Without a name");
}

VersionPanel::VersionPanel(Yard yard, Look &look, QWidget *parent)
    : OverlayPanel(look, PanelWidth, parent)
    , m_yard(std::move(yard))
    , m_list(new QListWidget)
    , m_picture(new QLabel)
    , m_summary(new QLabel)
    , m_lines(new QLabel)
    , m_name(new QLineEdit)
    , m_keep(new QPushButton(tr("Keep this state")))
    , m_note(new QLabel)
    , m_restore(new QPushButton(tr("Bring back…")))
{
    title().setText(tr("Version history"));
    setAccessibleName(tr("Version history"));
    m_list->setAccessibleName(tr("Versions, the newest first"));
    m_list->setFixedWidth(ListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_picture->setFixedSize(PictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    for (auto *label : {m_summary, m_lines, m_note}) {
        label->setTextFormat(Qt::PlainText); // names are what somebody typed
        label->setWordWrap(true);
    }
    setRole(m_lines, u"dim"_s);
    m_name->setPlaceholderText(tr("A name for what the yard is now"));
    m_name->setAccessibleName(tr("Name of the version"));
    m_name->setMaxLength(int(VersionSource::LongestName));
    m_restore->setProperty("role", u"primary"_s);
    auto *close = new QPushButton(tr("Close"));

    auto *right = new QVBoxLayout;
    right->addWidget(m_picture);
    right->addWidget(m_summary);
    right->addWidget(m_lines);
    right->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(18);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *naming = new QHBoxLayout;
    naming->addWidget(m_name, 1);
    naming->addWidget(m_keep);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_restore);
    column().addWidget(&title());
    column().addLayout(naming);
    column().addLayout(middle, 1);
    column().addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &VersionPanel::choose);
    connect(m_list, &QListWidget::itemActivated, m_restore, &QPushButton::click);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_keep->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_keep, &QPushButton::clicked, this, &VersionPanel::keep);
    connect(close, &QPushButton::clicked, this, &VersionPanel::dismiss);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const auto *version = chosen(); version && m_then)
            Q_EMIT restoreWanted(*version, m_difference);
    });
    connect(&look, &Look::changed, this, &VersionPanel::compare);
}

void VersionPanel::open(VersionSource &source, bool mayWrite)
{
    dismiss();
    m_source = &source;
    m_mayWrite = mayWrite;
    m_versions.clear();
    m_name->clear();
    m_keep->setEnabled(false);
    m_name->setVisible(mayWrite);
    m_keep->setVisible(mayWrite);
    m_restore->setVisible(mayWrite);
    m_list->setFixedHeight(qBound(160, parentWidget()->height() - 260, 380));
    fill();
    place();
    show();
    raise();
    reload();
    m_list->setFocus(Qt::OtherFocusReason);
}

void VersionPanel::dismiss()
{
    if (isHidden())
        return;
    ++m_asked;
    m_source = nullptr;
    m_then.reset();
    leave();
}

void VersionPanel::reload(const QString &note)
{
    if (!m_source)
        return;
    say(m_versions.empty() ? tr("Reading the versions…") : note);
    m_source->list().then(this,
                          [this, note, asked = ++m_asked](
                              const std::expected<std::vector<YardVersion>, QString> &answer) {
                              if (asked != m_asked)
                                  return;
                              if (!answer)
                                  return say(answer.error(), true);
                              m_versions = *answer;
                              fill();
                              say(note);
                              if (m_versions.empty() && m_mayWrite && m_list->hasFocus())
                                  m_name->setFocus(Qt::OtherFocusReason);
                          });
}

/// Each as its name, and below when and by whom.
void VersionPanel::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto now = QDateTime::currentDateTimeUtc();
    for (const auto &version : m_versions) {
        QStringList about{timeAgo(version.at, now)};
        if (!version.author.isEmpty())
            about.append(version.author.simplified().left(40));
        if (version.isAutomatic && !version.name.isEmpty())
            about.append(tr("automatic"));
        about.append(QLocale().formattedDataSize(version.bytes, 0));
        auto *item = new QListWidgetItem(titleOf(version) + u'\n' + about.join(u" · "_s), m_list);
        item->setSizeHint({0, RowHeight});
        item->setToolTip(QLocale().toString(version.at.toLocalTime(), QLocale::LongFormat));
        if (version.isAutomatic)
            item->setForeground(look().theme().textDim);
    }
    m_list->setCurrentRow(m_versions.empty() ? -1 : 0);
    choose();
}

const YardVersion *VersionPanel::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_versions.size()) ? &m_versions[size_t(row)] : nullptr;
}

void VersionPanel::choose()
{
    m_then.reset();
    m_restore->setEnabled(false);
    const auto *version = chosen();
    if (!version || !m_source)
        return showNothing(m_mayWrite ? tr("No version is kept yet. Give what the yard is now a "
                                           "name, and you can come back to it.")
                                      : tr("No version is kept yet."));
    showNothing(tr("Reading what the yard was…"));
    m_source->state(version->id)
        .then(this, [this, id = version->id](const std::expected<QByteArray, QString> &answer) {
            const auto *still = chosen();
            if (!still || still->id != id)
                return; // the person has moved on
            if (!answer)
                return showNothing(answer.error());
            showState(*answer);
        });
}

void VersionPanel::showNothing(const QString &why)
{
    m_picture->hide();
    m_picture->setPixmap({});
    m_picture->setAccessibleName({});
    m_summary->setText(why);
    m_lines->setText({});
}

void VersionPanel::showState(const QByteArray &state)
{
    m_then = m_yard.read(state);
    if (!m_then)
        return showNothing(tr("This version makes no sense to this program."));
    compare();
}

void VersionPanel::compare()
{
    if (!m_then || isHidden())
        return;
    m_difference = differenceOf(m_yard.now(), *m_then);
    const qreal ratio = devicePixelRatioF();
    auto image = m_yard.paint(*m_then, PictureSize * ratio);
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
    m_picture->show();
    const auto count = tr("%Ln krate(s)", nullptr, int(m_then->size()));
    m_picture->setAccessibleName(tr("The yard as it was: %1").arg(count));
    m_summary->setText(tr("The yard as it was: %1.").arg(count) + u' '
                       + (m_difference.isEmpty()
                              ? tr("It is the same now.")
                              : tr("Brought back: %1").arg(summaryOf(m_difference))));
    m_lines->setText(linesOf(m_difference).join(u'\n'));
    m_restore->setEnabled(m_mayWrite && !m_difference.isEmpty());
}

void VersionPanel::keep()
{
    const auto name = m_name->text().trimmed();
    if (name.isEmpty() || !m_source)
        return;
    m_keep->setEnabled(false);
    m_source->keep(name).then(this, [this](const std::expected<YardVersion, QString> &answer) {
        if (!m_source)
            return;
        m_keep->setEnabled(!m_name->text().trimmed().isEmpty());
        if (!answer)
            return say(answer.error(), true);
        m_name->clear();
        reload(tr("“%1” is kept.").arg(titleOf(*answer)));
    });
}

void VersionPanel::say(const QString &text, bool isError)
{
    m_note->setText(text);
    setRole(m_note, isError ? u"error"_s : u"dim"_s);
    setAccessibleDescription(text);
}

void VersionPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_name->hasFocus())
        return keep();
    OverlayPanel::keyPressEvent(event);
}

} // namespace workspace
