// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/relay/oidc/jsonwebkeys.h"
#include "collab/relay/oidc/oidcadmission.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr auto Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Nobody forges a signature here: whatever it is, it is not proven.
void judge(const QByteArray &token, const relay::JsonWebKeys *keys)
{
    const auto parsed = relay::parseToken(token);
    if (!parsed) {
        fuzz::require(!parsed.error().isEmpty(), "a refusal has a reason");
        return;
    }
    fuzz::require(token.size() <= 16 * 1024, "tokens are bounded");
    if (keys != nullptr)
        fuzz::require(keys->verify(*parsed) != relay::JsonWebKeys::Verdict::Proven,
                      "a random signature proves nothing");
    (void)relay::problemWith(parsed->claims, u"https://issuer.example"_s, u"krateyard"_s, 1000);
    (void)relay::textsIn(parsed->claims, u"groups"_s);
    (void)relay::textsIn(parsed->claims, u"realm_access.roles"_s);
}

} // namespace

/// Lines: a set of keys, a token, and the three parts of another one that are yet to be encoded.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto lines = fuzz::viewOf(data, size).toByteArray().split('\n');
    const auto keys = relay::JsonWebKeys::parse(lines.value(0));
    if (keys)
        fuzz::require(keys->count() <= 64, "sets of keys are bounded");
    const auto *set = keys ? &*keys : nullptr;
    judge(lines.value(1), set);
    judge(lines.value(2).toBase64(Url) + '.' + lines.value(3).toBase64(Url) + '.'
              + lines.value(4).toBase64(Url),
          set);
    return 0;
}
