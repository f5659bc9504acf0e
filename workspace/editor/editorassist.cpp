// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/editorassist.h"

#include "workspace/spotlight/spotlightscore.h"

#include <algorithm>
#include <optional>

namespace workspace {

static std::optional<int> fitOf(const CompletionItem &item, const QString &folded)
{
    if (folded.isEmpty())
        return item.required ? 1 : 0;
    if (item.text.startsWith(folded, Qt::CaseInsensitive))
        return 10'000 - int(qMin<qsizetype>(item.text.size(), 5000));
    return charScore(folded, SpotlightName(item.text));
}

std::vector<int> fittingItems(const std::vector<CompletionItem> &items, const QString &typed)
{
    struct Fit
    {
        int index = 0;
        int score = 0;
    };
    const auto folded = typed.toLower();
    std::vector<Fit> fits;
    for (int i = 0; size_t(i) < items.size(); ++i) {
        if (const auto score = fitOf(items[size_t(i)], folded))
            fits.push_back({i, *score});
    }
    std::ranges::stable_sort(fits, std::ranges::greater(), &Fit::score);
    std::vector<int> result;
    result.reserve(fits.size());
    for (const auto &fit : fits)
        result.push_back(fit.index);
    return result;
}

} // namespace workspace
