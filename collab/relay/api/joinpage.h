// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/httpendpoint.h"
#include "collab/relay/metrics/httpmetrics.h"

namespace relay {

/// `GET /join/{yard}`: where an invite's link leads in a browser. Says how to open the yard in the
/// program, and links to it. The token is behind the `#`, so it stays in the browser; the page
/// loads nothing, and says nothing of whether there is such a yard.
class JoinPage final : public HttpEndpoint
{
public:
    /// `metrics` is borrowed and must outlive the page.
    explicit JoinPage(HttpMetrics &metrics)
        : m_metrics(metrics)
    {
    }

    bool serves(const QUrl &url) const override;
    void answer(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    qint64 bodyLimit(const RequestHead &) const override { return 0; }

private:
    HttpMetrics &m_metrics;
};

} // namespace relay
