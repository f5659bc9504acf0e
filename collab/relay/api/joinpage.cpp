// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/joinpage.h"

#include "collab/relay/rooms/rooms.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace relay {

using Status = QHttpServerResponder::StatusCode;

namespace {

const QString prefix = u"/join/"_s;

constexpr const char Style[] = R"(
:root { color-scheme: light dark; --ink: #1b2330; --quiet: #566174; --ground: #f4f6f9;
  --card: #ffffff; --edge: #d8dee8; --accent: #1d5fd1; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf2; --quiet: #9aa7ba; --ground: #12161d;
  --card: #1a202a; --edge: #303a48; --accent: #6ea2ff; --on-accent: #0c1524; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground);
  color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { box-sizing: border-box; width: min(34rem, 100% - 2rem); margin: 2rem 0; padding: 2rem;
  background: var(--card); border: 1px solid var(--edge); border-radius: 12px; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: .75rem 0; }
.quiet { color: var(--quiet); }
[hidden] { display: none !important; }
.open { display: inline-block; margin: .5rem 0; padding: .6rem 1.2rem; border-radius: 8px;
  background: var(--accent); color: var(--on-accent); text-decoration: none; font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
ol { padding-left: 1.25rem; }
code { overflow-wrap: anywhere; font: .9em ui-monospace, monospace; }
)";

constexpr const char Script[] = R"(
{
  const token = location.hash.slice(1);
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const base = location.pathname.replace(/\/join\/[^/]*$/, '');
  const yard = decodeURIComponent(location.pathname.split('/').pop());
  const relay = scheme + '//' + location.host + base + '/ws/sync';
  const part = encodeURIComponent;
  const button = document.getElementById('open');
  button.href = 'krateyard://join?relay=' + part(relay) + '&yard=' + part(yard)
    + (token ? '&token=' + part(token) : '');
  button.hidden = false;
  document.getElementById('missing').hidden = token !== '';
}
)";

QByteArray sourceOf(const char *text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
}

QByteArray pageFor(const QString &yard)
{
    static constexpr const char Page[] = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Join %1 – Krateyard</title><style>%2</style></head>
<body><main>
<p class="quiet">You are invited to the yard</p>
<h1>%1</h1>
<p><a class="open" id="open" hidden>Open in Krateyard</a></p>
<p id="missing" hidden>This link has no token behind its “#”. Ask who sent it for the whole link,
unless the relay lets everybody in.</p>
<p>If nothing opens:</p>
<ol><li>Start Krateyard.</li>
<li>Choose <b>Join a yard</b>.</li>
<li>Paste the whole address of this page, with what is behind the “#”.</li></ol>
<p class="quiet">The part behind the “#” is your key. It has not been sent to anybody by opening this
page; whoever has it can enter the yard as you.</p>
</main><script>%3</script></body></html>
)";
    // Many at once: what a name holds is not looked at again.
    return QString::fromUtf8(Page)
        .arg(yard.toHtmlEscaped(), QString::fromUtf8(Style), QString::fromUtf8(Script))
        .toUtf8();
}

} // namespace

bool JoinPage::serves(const QUrl &url) const
{
    return url.path(QUrl::FullyEncoded).startsWith(prefix);
}

void JoinPage::answer(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    using Header = QHttpHeaders::WellKnownHeader;
    const auto part = request.url().path(QUrl::FullyEncoded).sliced(prefix.size());
    const auto yard = QUrl::fromPercentEncoding(part.toUtf8());
    const bool isRead = request.method() == QHttpServerRequest::Method::Get;
    QHttpHeaders headers;
    headers.append(Header::CacheControl, "no-store");
    headers.append(Header::XContentTypeOptions, "nosniff");
    headers.append("Referrer-Policy", "no-referrer");
    headers.append(Header::ContentSecurityPolicy,
                   QByteArray("default-src 'none'; base-uri 'none'; form-action 'none'; "
                              "frame-ancestors 'none'; style-src "
                              + sourceOf(Style) + "; script-src " + sourceOf(Script)));
    auto status = Status::Ok;
    QByteArray body;
    if (!isRead) {
        status = Status::MethodNotAllowed;
        headers.append(Header::Allow, "GET");
    } else if (part.contains(u'/') || !Rooms::isName(yard)) {
        status = Status::NotFound;
        body = "There is nothing at this address.\n";
    } else {
        body = pageFor(yard);
    }
    headers.append(Header::ContentType,
                   status == Status::Ok ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
    m_metrics.count("join", int(status));
    responder.write(body, headers, status);
}

} // namespace relay
