import { z } from 'zod';
import { quickReplyAction } from './actions.ts';
import { faultTexts, linkUri, list, mediaUrl, oneOfTypes, units } from './fields.ts';
import { flexContainer } from './flex.ts';
import { limits } from './limits.ts';
import { template } from './templates.ts';

const common = {
  quickReply: z
    .strictObject({
      items: list(
        z.strictObject({
          type: z.literal('action'),
          imageUrl: mediaUrl.optional(),
          action: quickReplyAction,
        }),
        1,
        limits.quickReplies,
      ),
    })
    .optional(),
  sender: z
    .strictObject({
      name: units(limits.senderName)
        .refine((name) => !/^line$/i.test(name), faultTexts.invalid)
        .optional(),
      iconUrl: mediaUrl.optional(),
    })
    .optional(),
};
const quoteToken = z.string().optional();

const text = z
  .strictObject({
    type: z.literal('text'),
    text: units(limits.text),
    emojis: z
      .array(z.strictObject({ index: z.int().min(0), productId: z.string(), emojiId: z.string() }))
      .max(limits.emojis, faultTexts.size(0, limits.emojis))
      .optional(),
    quoteToken,
    ...common,
  })
  .superRefine((message, check) => {
    for (const [position, emoji] of (message.emojis ?? []).entries()) {
      if (message.text[emoji.index] !== '$')
        check.addIssue({ code: 'custom', path: ['emojis', position, 'index'], message: faultTexts.invalid });
    }
  });

const substitution = oneOfTypes([
  z.strictObject({
    type: z.literal('mention'),
    mentionee: oneOfTypes([
      z.strictObject({ type: z.literal('user'), userId: z.string() }),
      z.strictObject({ type: z.literal('all') }),
    ]),
  }),
  z.strictObject({ type: z.literal('emoji'), productId: z.string(), emojiId: z.string() }),
]);

const textV2 = z.strictObject({
  type: z.literal('textV2'),
  text: units(limits.text),
  substitution: z
    .record(z.string().regex(/^\w{1,20}$/), substitution)
    .refine((entries) => Object.keys(entries).length <= limits.substitutions, faultTexts.invalid)
    .optional(),
  quoteToken,
  ...common,
});

const sticker = z.strictObject({
  type: z.literal('sticker'),
  packageId: units(20),
  stickerId: units(20),
  quoteToken,
  ...common,
});

const picture = { originalContentUrl: mediaUrl, previewImageUrl: mediaUrl };
const image = z.strictObject({ type: z.literal('image'), ...picture, ...common });
const video = z.strictObject({
  type: z.literal('video'),
  ...picture,
  trackingId: units(100).optional(),
  ...common,
});
const audio = z.strictObject({
  type: z.literal('audio'),
  originalContentUrl: mediaUrl,
  duration: z.int().min(1),
  ...common,
});

const location = z.strictObject({
  type: z.literal('location'),
  title: units(limits.place),
  address: units(limits.place),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  ...common,
});

const area = z.strictObject({
  x: z.int().min(0),
  y: z.int().min(0),
  width: z.int().min(1),
  height: z.int().min(1),
});
const imagemapLabel = units(100).optional();

const imagemap = z.strictObject({
  type: z.literal('imagemap'),
  baseUrl: mediaUrl,
  altText: units(limits.altText),
  baseSize: z.strictObject({ width: z.literal(1040), height: z.int().min(1) }),
  actions: z
    .array(
      oneOfTypes([
        z.strictObject({
          type: z.literal('message'),
          label: imagemapLabel,
          text: units(limits.imagemapText),
          area,
        }),
        z.strictObject({ type: z.literal('uri'), label: imagemapLabel, linkUri, area }),
        z.strictObject({
          type: z.literal('clipboard'),
          label: imagemapLabel,
          clipboardText: units(limits.clipboard),
          area,
        }),
      ]),
    )
    .max(limits.imagemapActions, faultTexts.size(0, limits.imagemapActions)),
  video: z
    .strictObject({
      ...picture,
      area,
      externalLink: z.strictObject({ linkUri, label: units(30) }).optional(),
    })
    .optional(),
  ...common,
});

const altText = units(limits.altText);
const flex = z.strictObject({ type: z.literal('flex'), altText, contents: flexContainer, ...common });
const templated = z.strictObject({ type: z.literal('template'), altText, template, ...common });

const coupon = z.strictObject({
  type: z.literal('coupon'),
  couponId: z.string(),
  deliveryTag: units(limits.deliveryTag).optional(),
  ...common,
});

export const message = oneOfTypes([
  text,
  textV2,
  sticker,
  image,
  video,
  audio,
  location,
  imagemap,
  templated,
  flex,
  coupon,
]);
