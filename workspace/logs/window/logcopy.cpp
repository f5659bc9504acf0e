// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logcopy.h"

#include "kube/logstore/stamp.h"
#include "workspace/logs/view/logpanes.h"

#include <algorithm>

namespace workspace {

static constexpr qint64 MostCopied = 200'000; ///< lines

QString textToCopy(const LogPanes &panes, CopyForm form)
{
    if (form == CopyForm::Plain) {
        const auto &pane = panes.selected();
        return pane.hasSelection() ? pane.selectedText() : QString();
    }
    const auto &model = panes.model();
    const auto [first, last] = panes.pane().selectedLines();
    QString text;
    auto row = model.rowOf(first);
    for (const auto stop = std::min(model.rowCount(), row + MostCopied); row < stop; ++row) {
        const auto number = model.numberAt(row);
        if (number > last)
            break;
        const auto line = model.line(number);
        if (form == CopyForm::Pods)
            text += panes.store().sources().value(line.source) + u' ';
        text += QString::fromLatin1(logstore::stampPrefix(line.time)) + plainText(line) + u'\n';
    }
    text.chop(1);
    return text;
}

} // namespace workspace
