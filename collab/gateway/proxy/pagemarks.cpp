// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/pagemarks.h"

#include <QRandomGenerator>

#include <openssl/evp.h>

#include <memory>

namespace gateway {

namespace {

// AES-256-GCM: NIST SP 800-38D, 5.2.1.1 and 8.2.2.
constexpr int KeyBytes = 32;
constexpr int NonceBytes = 12;
constexpr int TagBytes = 16;
constexpr qsizetype Longest = 8 * 1024;
constexpr auto Base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes;
}

uchar *writable(QByteArray &bytes)
{
    return reinterpret_cast<uchar *>(bytes.data());
}

const uchar *readable(QByteArrayView bytes)
{
    return reinterpret_cast<const uchar *>(bytes.data());
}

} // namespace

PageMarks::PageMarks()
    : m_key(randomBytes(KeyBytes))
{
}

QString PageMarks::sealed(const QString &mark, const QByteArray &owner) const
{
    const auto text = mark.toUtf8();
    const auto nonce = randomBytes(NonceBytes);
    QByteArray closed(text.size(), Qt::Uninitialized);
    QByteArray tag(TagBytes, Qt::Uninitialized);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    const bool isDone = text.size() <= Longest && cipher != nullptr
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, readable(m_key),
                              readable(nonce))
            == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &length, readable(owner), int(owner.size()))
            == 1
        && EVP_EncryptUpdate(cipher.get(), writable(closed), &length, readable(text),
                             int(text.size()))
            == 1
        && EVP_EncryptFinal_ex(cipher.get(), writable(closed) + length, &length) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, TagBytes, writable(tag)) == 1;
    const QByteArray all = nonce + tag + closed;
    return isDone ? QString::fromLatin1(all.toBase64(Base64)) : QString();
}

std::optional<QString> PageMarks::opened(const QString &sealed, const QByteArray &owner) const
{
    if (sealed.size() > 2 * Longest)
        return std::nullopt;
    const auto all = QByteArray::fromBase64(sealed.toLatin1(), Base64);
    if (all.size() <= NonceBytes + TagBytes)
        return std::nullopt;
    auto tag = all.sliced(NonceBytes, TagBytes);
    const auto closed = QByteArrayView(all).sliced(NonceBytes + TagBytes);
    QByteArray text(closed.size(), Qt::Uninitialized);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    const bool isDone = cipher != nullptr
        && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, readable(m_key),
                              readable(all))
            == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &length, readable(owner), int(owner.size()))
            == 1
        && EVP_DecryptUpdate(cipher.get(), writable(text), &length, readable(closed),
                             int(closed.size()))
            == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, TagBytes, writable(tag)) == 1
        && EVP_DecryptFinal_ex(cipher.get(), writable(text) + length, &length) == 1;
    return isDone ? std::optional(QString::fromUtf8(text)) : std::nullopt;
}

} // namespace gateway
