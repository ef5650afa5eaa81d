//! Files of a site: contents stored once, small pictures beside them, both gone with the last file that has them.

use portflow_domain::entities::Attachment;
use portflow_domain::enums::{AttachmentKind, DiscoverySection};
use portflow_store::StoreError;
use portflow_store::queries::attachments::{self, Thumbnail};

use crate::common::on_each;
use crate::world::{at, furnished, id};

fn photo(number: u128) -> Attachment {
    Attachment {
        id: id(number),
        customer_id: id(2),
        site_id: Some(id(3)),
        port_order_id: None,
        kind: AttachmentKind::Photo,
        file_name: "rack.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        sha256: "ab".repeat(32),
        size: 3,
        dated_on: None,
        caption: None,
        section: Some(DiscoverySection::LegacySystem),
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

#[tokio::test]
async fn a_content_and_its_small_picture_go_with_the_last_file() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let tx = &mut store.write().await.unwrap();
        let (first, second) = (photo(0x90), photo(0x91));
        let small = Thumbnail {
            media_type: "image/jpeg".to_owned(),
            content: vec![9],
        };
        assert!(!attachments::is_content_known(tx, &first.sha256).await.unwrap());
        let kept = attachments::insert_file(tx, &first, vec![1, 2, 3], Some(small.clone()))
            .await
            .unwrap();
        assert_eq!(kept, first);
        assert!(attachments::is_content_known(tx, &first.sha256).await.unwrap());
        attachments::insert_file(tx, &second, vec![1, 2, 3], Some(small.clone()))
            .await
            .unwrap();
        assert_eq!(
            attachments::list_site_files(tx, id(3)).await.unwrap(),
            [first.clone(), second.clone()]
        );
        assert_eq!(
            attachments::list_pictured(tx, id(3)).await.unwrap(),
            [first.id, second.id]
        );
        let pictures = attachments::list_thumbnails(tx, &[second.id, id(0x99)])
            .await
            .unwrap();
        assert_eq!(pictures, [(second.id, small)]);
        let renamed = Attachment {
            file_name: "closet.jpg".to_owned(),
            caption: Some("Behind the door".to_owned()),
            ..first.clone()
        };
        let renamed = attachments::update_attachment(tx, &renamed).await.unwrap();
        assert_eq!((renamed.revision, renamed.file_name.as_str()), (2, "closet.jpg"));
        let stale = attachments::delete_attachment(tx, &first).await;
        assert!(matches!(stale, Err(StoreError::Conflict { .. })), "{stale:?}");
        attachments::delete_attachment(tx, &renamed).await.unwrap();
        assert!(attachments::is_content_known(tx, &first.sha256).await.unwrap());
        attachments::delete_attachment(tx, &second).await.unwrap();
        assert!(!attachments::is_content_known(tx, &first.sha256).await.unwrap());
        assert_eq!(attachments::list_thumbnails(tx, &[second.id]).await.unwrap(), []);
    })
    .await;
}
